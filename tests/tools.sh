#!/bin/sh
# Brings the packages of Debian that the tests run, and those named after it. Where it may not install them, it says what
# to type and fails.
set -eu

missing=""
for package in nginx libnginx-mod-http-brotli-static openssh-client openssh-server openssl rsync "$@"; do
    state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "测试还缺少这些软件包（Debian 或 Ubuntu 的）：${missing# }。请运行：sudo $0${*:+ $*}" >&2
    exit 1
fi
# Only the tests start these servers: installing them must not.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    trap 'rm "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
fi
apt-get update -qq || echo "软件包的目录没有全部更新，继续安装" >&2
# shellcheck disable=SC2086 - a list
DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends -qq $missing
