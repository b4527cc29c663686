// Starts the forms: in Chinese, with the settings that were made from the models, and with our own
// way of reading and writing files.

import * as CMS from "./sveltia/index.js";
import { story, table } from "./records.js";

const PREFERENCES = "sveltia-cms.prefs";

function speakChinese() {
  const chosen = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
  localStorage.setItem(PREFERENCES, JSON.stringify({ locale: "zh-CN", ...chosen }));
}

/** Every collection or file that has a form of its own. */
const forms = ({ collections }) => collections.flatMap((one) => one.files ?? [one]);

const { config, headers } = await (await fetch("config.json")).json();
speakChinese();
for (const { format, fields } of forms(config)) {
  if (format in headers) CMS.registerCustomFormat(format, "yml", table(fields[0], headers[format]));
  else CMS.registerCustomFormat(format, "md", story(fields));
}
await CMS.init({ config });
