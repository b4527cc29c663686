// The rules of html-validate for built pages. What differs from those recommended has its reason beside it.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "aria-label-misuse": ["error", { allowAnyNamable: true }], // ARIA lets lists have names; axe knows where not
    "no-trailing-whitespace": "off", // blank lines of the templates weigh nothing when compressed
    "valid-id": ["error", { relaxed: true }], // the address of an event begins with its day, and HTML allows that
  },
};
