// Unpacks the browser below TMPDIR, together with the libraries it needs where AWS_LAMBDA_JS_RUNTIME says so.
import chromium from "@sparticuz/chromium";

await chromium.executablePath();
