// node firefox.mjs FIREFOX ADDRESS FOLDER: in Firefox, a starter's pages are drawn by Python, drawn anew after an edit, and
// saved into the folder, by WebDriver BiDi, which Debian's Firefox has, too.
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { setTimeout as rest } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../../../scripts/vendor/package.json", import.meta.url));
const { default: puppeteer } = await import(pathToFileURL(require.resolve("puppeteer-core")));
const [executablePath, address, folder] = process.argv.slice(2);
const MOST = 180_000; // ms that a step may take: Python has to be loaded, on a machine that may be busy
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  headless: true,
  protocolTimeout: MOST,
  extraPrefsFirefox: {
    "browser.download.folderList": 2, // the one that is named
    "browser.download.dir": folder,
    "browser.download.useDownloadDir": true,
    "browser.download.always_ask_before_handling_new_types": false,
    "browser.helperApps.neverAsk.saveToDisk": "application/zip",
  },
});
const faults = [];
let step = "";
try {
  const page = await browser.newPage();
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on("console", (one) => one.type() === "error" && faults.push(one.text()));
  const until = async (what, test, ...args) => {
    step = what;
    for (const end = Date.now() + MOST; !(await page.evaluate(test, ...args));) {
      if (Date.now() > end) throw new Error("it never came");
      await rest(100);
    }
  };
  step = "the start screen";
  await page.goto(address, { waitUntil: "domcontentloaded" });
  await page.waitForSelector(".starters img");
  await page.click(".starters img[src*=runners-week]");
  await until("the pages", () => document.querySelectorAll(".sides img").length > 2);
  const before = await page.$eval(".sides img", (one) => one.src);
  await page.click('[data-path="weeks.0.sat.0.run"]');
  await page.keyboard.press("End");
  await page.keyboard.type(", flat");
  await until("the page after the edit", (old) => document.querySelector(".sides img").src !== old, before);
  await page.click(".tools .main");
  await until("the button that saves", () => document.querySelector("dialog button.main")?.disabled === false);
  await page.click("dialog button.main");
  step = "the file";
  const saved = () => readdirSync(folder).filter((name) => name.endsWith(".zip"));
  for (const end = Date.now() + MOST; !saved().length || existsSync(`${folder}/${saved()[0]}.part`);) {
    if (Date.now() > end) throw new Error("it never came");
    await rest(100);
  }
} catch (fault) {
  faults.push(`${step}: ${fault}`);
}
await browser.close();
if (faults.length) {
  console.error(faults.join("\n"));
  process.exit(1);
}
