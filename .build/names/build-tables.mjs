// Builds the tables of Blacklist.Domain/Names/Tables from the sources beside this script and the readings of npm pinyin-pro.
//   cd .build/names && npm install --no-save pinyin-pro@3.29.4 && node build-tables.mjs
// The result is committed; run it again only when a source changes, and look at the difference.
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { radicals, kept, pairsThatAreTwoNames, moreSpellings, soundClasses, mixedSurnames, lookalikeSurnames } from './decisions.mjs';

const sources = new URL('./sources/', import.meta.url);
const tables = new URL('../../Blacklist.Domain/Names/Tables/', import.meta.url);
mkdirSync(tables, { recursive: true });

const text = file => readFileSync(new URL(file, sources), 'utf8').replace(/^\uFEFF/, '');
const rows = file => text(file).trim().split('\n').slice(1).map(cells);
const chars = word => [...word];
const code = c => c.codePointAt(0);

function cells(line) {
  return [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map(m => m[2] ?? m[1]);
}

// One line a target: the target, a space, everything that becomes it.
function write(file, map) {
  const lines = new Map();
  for (const [from, to] of map) lines.set(to, [...(lines.get(to) ?? []), from]);
  const sorted = [...lines].sort((a, b) => code(a[0]) - code(b[0]));
  writeFileSync(new URL(file, tables), sorted.map(([to, from]) => `${to} ${from.sort((a, b) => code(a) - code(b)).join('')}\n`).join(''));
  console.log(file, map.size);
}

const standard = new Set(chars(text('standard-characters.txt').replaceAll('\n', '')));

// 1. fold.txt: one character written in several ways.
const fold = new Map();
for (const [compat, , unified] of rows('compat-ideographs.csv')) fold.set(compat, unified);
for (const [radical, , ideograph] of rows('radical-lookalikes.csv')) fold.set(radical, ideograph);
for (const [radical, ideograph] of radicals) fold.set(radical, ideograph);
for (const [, pua, , char] of rows('gbk-pua.csv')) fold.set(String.fromCodePoint(parseInt(pua.slice(2), 16)), char);
for (let c = 0xff01; c <= 0xff9d; c++) addCompatible(c);
for (const [first, last] of [[0xaa, 0x24f], [0x1e00, 0x1eff], [0x3131, 0x318e], [0xfb00, 0xfb06]])
  for (let c = first; c <= last; c++) addCompatible(c);
for (const [letter, base] of chars('øoØOłlŁLđdĐDħhĦHıiŧtŦT').reduce((pairs, c, i, all) => i % 2 ? pairs : [...pairs, [c, all[i + 1]]], []))
  fold.set(letter, base);
for (const [from, to] of fold) if (fold.has(to)) fold.set(from, fold.get(to));
write('fold.txt', fold);

function addCompatible(c) {
  const from = String.fromCodePoint(c);
  const to = from.normalize('NFKD').replace(/\p{M}/gu, '');
  if ([...to].length === 1 && to !== from && /\p{L}|\p{Nd}/u.test(to) && c !== 0xff65) fold.set(from, to);
}

// 2. variants.txt: traditional and variant forms become the character of the standard table.
const variants = new Map();
for (const [traditional, candidates] of rows('t2s-chars.csv')) {
  const simplified = candidates.split('|').find(c => c !== traditional);
  if (simplified && !kept.includes(traditional)) variants.set(traditional, simplified);
}
const loose = new Map();
for (const [std, variant] of rows('unihan-variants.csv')) {
  if (standard.has(variant) || variants.has(variant) || kept.includes(variant)) continue;
  loose.set(variant, [...(loose.get(variant) ?? []), std]);
}
for (const [variant, targets] of loose) if (targets.length === 1) variants.set(variant, targets[0]);
for (const [from, to] of variants) if (variants.has(to)) variants.set(from, variants.get(to));
write('variants.txt', variants);

// 3. pinyin.txt: every reading of a character as a name may have it, without tones; ü is v.
const readings = new Map();
const add = (c, reading) => {
  const plain = reading.normalize('NFD').replace(/u\u0308/g, 'v').replace(/\p{M}/gu, '').replace(/^(j|q|x|y)v/, '$1u').toLowerCase();
  if (/^[a-z]{1,6}$/.test(plain)) readings.set(c, new Set([...(readings.get(c) ?? []), plain]));
};
const range = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
for (const c of [...range(0x4e00, 0x9fff), ...range(0x3400, 0x4dbf), ...standard]) {
  if (variants.has(c)) continue; // looked up after folding
  for (const r of pinyin(c, { multiple: true, toneType: 'none', type: 'array', v: true })) add(c, r);
}
for (const [surname, , length, reading] of rows('surnames.csv')) if (length === '1') add(surname, reading);
for (const [c, , , , reading] of rows('rare-name-chars.csv')) for (const r of reading.split(/[|/; ]/)) add(variants.get(c) ?? c, r);
const bySound = new Map();
for (const [c, sounds] of readings) for (const s of sounds) bySound.set(s, [...(bySound.get(s) ?? []), c]);
writeFileSync(new URL('pinyin.txt', tables),
  [...bySound].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([s, cs]) => `${s} ${cs.sort((a, b) => code(a) - code(b)).join('')}\n`).join(''));
console.log('pinyin.txt', readings.size, 'characters', bySound.size, 'syllables');

// 4. Spellings of names that are not Chinese.
const spellings = [...rows('mongolian-names.csv').map(r => [r[0], r[4]]), ...rows('uyghur-kazakh-tibetan-names.csv').map(r => [r[0], r[3]])]
  .map(([name, others]) => [name, ...others.split('|').filter(other => other && !pairsThatAreTwoNames.includes(`${name} ${other}`))]);
writeFileSync(new URL('spellings.txt', tables), [...spellings, ...moreSpellings].map(line => line.join(' ') + '\n').join(''));
writeFileSync(new URL('sound-classes.txt', tables), soundClasses.join('\n') + '\n');
const clans = rows('mongolian-clan-initials.csv').map(([clan, initials]) => [...clan.split('/'), ...initials.split('|')].join(' '));
writeFileSync(new URL('clan-initials.txt', tables), clans.join('\n') + '\n');

// 5. Surnames.
writeFileSync(new URL('mixed-surnames.txt', tables), mixedSurnames.join('\n') + '\n');
writeFileSync(new URL('lookalike-surnames.txt', tables), lookalikeSurnames.join('\n') + '\n');
writeFileSync(new URL('compound-surnames.txt', tables), rows('surnames.csv').filter(r => r[2] !== '1').map(r => r[0]).join('\n') + '\n');
