// SPDX-License-Identifier: Apache-2.0
// make.mjs PROGRAM FOLDER: sessions of every shape, as web pages in both languages. Answers are drawn
// from a generator with a fixed seed: they fit whatever the trees ask.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const [program, folder] = process.argv.slice(2);
const history = join(folder, 'history.db');
const LINES_MAX = 60;

// Mulberry32: small, and the same everywhere.
function makeRandom(seed) {
    return () => {
        seed = (seed + 0x6d2b79f5) | 0;
        let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
}

function randomAnswers(seed) {
    const random = makeRandom(seed);
    const choices = ['1', '1', '2', '2', '3', '4', 'u'];
    return Array.from({ length: LINES_MAX }, () => choices[Math.floor(random() * choices.length)]);
}

const shapes = [
    ...[1, 2, 3, 4].map((seed) => ({ tree: 'claude-deployment', lines: randomAnswers(seed) })),
    { tree: 'claude-deployment', lines: Array(LINES_MAX).fill('u') },
    { tree: 'claude-deployment', lines: Array(LINES_MAX).fill('1') },
    { tree: 'claude-deployment', lines: ['2', 'q'] },
    { tree: 'vendor-review', lines: randomAnswers(5) },
    { tree: 'may-i-paste', lines: randomAnswers(6) },
];

function run(args, options = {}) {
    const result = spawnSync(program, ['--history', history, ...args], { encoding: 'utf8', ...options });
    if (result.status !== 0)
        throw new Error(`fingerpost ${args.join(' ')}: status ${result.status}: ${result.stderr}`);
}

shapes.forEach(({ tree, lines }, index) => {
    run(['--plain', 'ask', tree], { input: lines.join('\n') + '\nq\n' });
    for (const language of ['en', 'de']) {
        const file = join(folder, `${index + 1}-${tree}-${language}.html`);
        run(['export', 'last', '-o', file], {
            env: { ...process.env, LC_ALL: '', LANG: 'C.UTF-8', LANGUAGE: language },
        });
    }
});
rmSync(history, { force: true });
