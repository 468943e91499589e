// SPDX-License-Identifier: Apache-2.0
// pages.mjs FOLDER: every .html in the folder must be valid, ask for nothing from outside, run no
// script, fit three widths, print to one page on two papers, and give an accessibility checker nothing
// to say, in light and in dark. Screenshots stand beside the pages afterwards, to be looked at.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate';
import puppeteer from 'puppeteer-core';

const WIDTHS = [
    { width: 360, scheme: 'dark' },
    { width: 800, scheme: 'light' },
    { width: 1400, scheme: 'light' },
];
const SHOT_HEIGHT_MAX = 4000; // the rest of a page is more of the same, and slow to draw
const PAPERS = ['a4', 'letter'];
const SCHEMES = ['light', 'dark'];
const folder = process.argv[2];
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] });

let failures = 0;
function complain(file, what) {
    failures++;
    console.error(`${file}: ${what}`);
}

async function validate(file, path) {
    const report = await validator.validateFile(path);
    for (const message of report.results.flatMap((result) => result.messages))
        complain(file, `${message.line}:${message.column}: ${message.ruleId}: ${message.message}`);
}

// What reaches over the page's right edge is named: an author of a style finds it at once.
async function fitsWidth(page, file, { width, scheme }, shot) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport({ width, height: 900 });
    const wide = await page.evaluate(() => {
        const edge = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= edge)
            return [];
        return [...document.querySelectorAll('body *')]
            .filter((element) => element.getBoundingClientRect().right > edge + 0.5)
            .map((element) => element.outerHTML.slice(0, 80));
    });
    for (const element of wide)
        complain(file, `${width} px: reaches over the edge: ${element}`);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.screenshot({
        path: shot,
        clip: { x: 0, y: 0, width, height: Math.min(height, SHOT_HEIGHT_MAX) },
        captureBeyondViewport: true,
    });
}

async function isAccessible(page, file, scheme) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.evaluate(axeSource);
    const found = await page.evaluate(() => globalThis.axe.run());
    if (found.passes.length === 0)
        complain(file, `${scheme}: the accessibility checker looked at nothing`);
    for (const violation of found.violations)
        complain(file, `${scheme}: ${violation.id}: ${violation.help}: ${violation.nodes[0].html}`);
}

// The sheet for paper hides what runs over it: its blocks of text (but the badge, which text flows
// around) must stand inside, apart from each
// other.
async function standsOnTheSheet(page, file) {
    const faults = await page.evaluate(() => {
        const sheet = document.querySelector('.sheet').getBoundingClientRect();
        const blocks = [...document.querySelectorAll('.sheet *:not(.badge)')].filter((element) =>
            getComputedStyle(element).display !== 'inline' &&
            element.getClientRects().length > 0 &&
            [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
        const box = (element) => element.getBoundingClientRect();
        const name = (element) => element.textContent.trim().slice(0, 50);
        const found = [];
        if (blocks.length === 0)
            found.push('is empty');
        for (const block of blocks) {
            const { left, right, top, bottom } = box(block);
            if (left < sheet.left - 1 || right > sheet.right + 1 || top < sheet.top - 1 || bottom > sheet.bottom + 1)
                found.push(`has outside: ${name(block)}`);
        }
        for (const [i, one] of blocks.entries()) {
            for (const other of blocks.slice(i + 1)) {
                const a = box(one), b = box(other);
                const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                if (across > 1 && down > 1 && !one.contains(other))
                    found.push(`has one over the other: ${name(one)} / ${name(other)}`);
            }
        }
        return found;
    });
    for (const fault of faults)
        complain(file, `the sheet for paper ${fault}`);
}

async function printsToOnePage(page, file, paper, path) {
    await page.emulateMediaType('print');
    await standsOnTheSheet(page, file);
    const bytes = await page.pdf({ format: paper, preferCSSPageSize: false, printBackground: true });
    writeFileSync(path, bytes);
    await page.emulateMediaType('screen');
    const n = Buffer.from(bytes).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    if (n !== 1)
        complain(file, `${paper}: prints to ${n} pages`);
}

// The checker of accessibility is a script; pages are read with scripts on, and must have none.
async function asksForNothing(page, file, path) {
    const asked = [];
    page.on('request', (request) => {
        if (!request.url().startsWith('data:'))
            asked.push(request.url());
    });
    await page.goto(pathToFileURL(path).href, { waitUntil: 'load' });
    for (const url of asked.slice(1))
        complain(file, `asks for ${url}`);
    const scripts = await page.evaluate(() => [
        ...[...document.querySelectorAll('script')].map((element) => element.outerHTML),
        ...[...document.querySelectorAll('*')].flatMap((element) =>
            [...element.attributes]
                .filter(({ name, value }) => /^on/i.test(name) || /^\s*javascript:/i.test(value))
                .map(({ name, value }) => `${name}="${value}"`)),
    ]);
    for (const script of scripts)
        complain(file, `runs ${script.slice(0, 80)}`);
}

async function look(browser, file) {
    const path = join(folder, file), stem = path.replace(/\.html$/, '');
    await validate(file, path);
    const page = await browser.newPage();
    await asksForNothing(page, file, path);
    for (const scheme of SCHEMES)
        await isAccessible(page, file, scheme);
    for (const at of WIDTHS)
        await fitsWidth(page, file, at, `${stem}-${at.width}-${at.scheme}.png`);
    for (const paper of PAPERS)
        await printsToOnePage(page, file, paper, `${stem}-${paper}.pdf`);
    await page.close();
}

const files = readdirSync(folder).filter((name) => name.endsWith('.html')).sort();
if (files.length === 0)
    complain(folder, 'no page to look at');
const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files=false'],
});
for (const file of files)
    await look(browser, file);
await browser.close();
console.log(`pages: ${files.length} looked at, ${failures} complaints`);
process.exit(failures === 0 ? 0 : 1);
