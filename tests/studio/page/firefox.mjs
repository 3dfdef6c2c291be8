// node firefox.mjs FIREFOX ADDRESS: a starter's pages are drawn by Python in Firefox, and drawn anew after an edit.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../../../scripts/vendor/package.json", import.meta.url));
const { default: puppeteer } = await import(pathToFileURL(require.resolve("puppeteer-core")));
const [executablePath, address] = process.argv.slice(2);
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
const faults = [];
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(180_000);
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on("console", (one) => one.type() === "error" && faults.push(one.text()));
  await page.goto(address);
  await page.waitForSelector(".starters img");
  await page.click(".starters img[src*=runners-week]");
  const drawn = () => page.$$eval(".sides img", (all) => all.map((one) => one.src));
  await page.waitForFunction(() => document.querySelectorAll(".sides img").length > 2);
  const [before] = await drawn();
  await page.type('[data-path="weeks.0.mon.0.run"]', " easy");
  await page.waitForFunction((old) => document.querySelector(".sides img").src !== old, {}, before);
} catch (fault) {
  faults.push(String(fault));
}
await browser.close();
if (faults.length) {
  console.error(faults.join("\n"));
  process.exit(1);
}
