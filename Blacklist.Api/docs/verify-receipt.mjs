#!/usr/bin/env node
// Verifies receipts of eligibility checks without the registry: by this file, Node's standard library and the registry's public keys,
// of which you keep a copy (/.well-known/receipt-keys.json). It shares no code with the service; the format is in receipts.md.
//
//   node verify-receipt.mjs --keys receipt-keys.json receipt.json
//        --document residentId 11010519491231002X   also: is it about the holder of this document?
//        --name 张三                                 … about this name, where an applicant had no document?
//        --question request.json                    … was exactly this asked? (the request's bytes as they were sent; a file of applicants likewise)
//        --rows result.ndjson                       … are these the lines of a file's result, all of them and in their order?
//   node verify-receipt.mjs --keys receipt-keys.json --batch < receipts.txt      one receipt a line, in base64
//
// Ends with 0 when everything holds, with 1 when anything does not, with 2 when it was called wrongly.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const FORMAT = 'blacklist-receipt-1';
const ROOT_FORMAT = 'blacklist-receipt-root-1';
const HIDDEN_BITS = 20;
const HIGHEST_S = Buffer.from('7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8', 'hex'); // half the order of P-256

class NotGenuine extends Error {}

const demand = (holds, flaw) => {
  if (!holds) throw new NotGenuine(flaw);
};

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

// --- Reading: a receipt has one form; it is written anew from what was read and must come out the same. ---

const text = (value, pattern) => {
  demand(typeof value === 'string' && pattern.test(value), 'malformed');
  return value;
};

const base64 = (value, size) => {
  const bytes = Buffer.from(text(value, /^[A-Za-z0-9_-]*$/), 'base64url');
  demand(bytes.toString('base64url') === value && (size === undefined || bytes.length === size), 'malformed');
  return bytes;
};

const list = (value) => {
  demand(Array.isArray(value), 'malformed');
  return value;
};

/** The number of its digests is one byte of the leaf: more would be read as fewer. */
const subject = (value) => {
  const digests = list(value).map((digest) => base64(digest, 32));
  demand(digests.length < 256, 'malformed');
  return digests;
};

const whole = (value) => {
  demand(Number.isSafeInteger(value) && value >= 0, 'malformed');
  return value;
};

const strings = (values) => `[${values.map((value) => `"${value}"`).join(',')}]`;

const writeStatement = (s) =>
  `{"format":"${ROOT_FORMAT}","chain":"${text(s.chain, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)}","number":${whole(s.number)},` +
  `"previous":"${s.previous}","root":"${s.root}","leaves":${whole(s.leaves)},"position":${whole(s.position)}}`;

const write = (r) =>
  `{"format":"${FORMAT}","answer":"${r.answer}","reliableUntil":${r.reliableUntil === null ? 'null' : `"${text(r.reliableUntil, /^\d{4}-\d\d-\d\d$/)}"`},` +
  `"salt":"${r.salt}","question":"${r.question}","subjects":[${r.subjects.map(strings).join(',')}],"leaf":${whole(r.leaf)},"path":${strings(r.path)},` +
  `"statement":${writeStatement(r.statement)},"kid":"${text(r.kid, /^[A-Za-z0-9_-]{43}$/)}","signature":"${r.signature}"}`;

function read(bytes) {
  let r;
  try {
    r = JSON.parse(bytes.toString('latin1'));
  } catch {
    throw new NotGenuine('malformed');
  }
  demand(r !== null && typeof r === 'object' && r.statement !== null && typeof r.statement === 'object', 'malformed');
  const receipt = {
    ...r,
    bytes: {
      answer: base64(r.answer),
      salt: base64(r.salt, 16),
      question: base64(r.question, 32),
      subjects: list(r.subjects).map(subject),
      path: list(r.path).map((hash) => base64(hash, 32)),
      previous: base64(r.statement.previous, 32),
      root: base64(r.statement.root, 32),
      signature: base64(r.signature, 64),
    },
  };
  demand(Buffer.from(write(r), 'latin1').equals(bytes), 'malformed');
  return receipt;
}

// --- The tree (RFC 9162 §2.1). ---

const part = (bytes) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

function leafHash({ bytes, reliableUntil }) {
  const subjects = bytes.subjects.flatMap((digests) => [Buffer.from([digests.length]), ...digests]);
  const commitments = Buffer.concat([bytes.salt, bytes.question, ...subjects]);
  return sha256(Buffer.from([0]), part(bytes.answer), part(Buffer.from(reliableUntil ?? '')), part(commitments));
}

/** The root that the path leads to from a leaf at a place of a tree of a size, or null when the path has another length. */
function rootOf(hash, leaf, leaves, path) {
  let low = 0;
  let high = leaves;
  const turns = [];
  while (high - low > 1) {
    let split = 1;
    while (split * 2 < high - low) split *= 2; // the largest power of two below the size
    const right = leaf - low >= split;
    turns.push(right);
    [low, high] = right ? [low + split, high] : [low, low + split];
  }
  if (turns.length !== path.length) return null;
  for (const neighbour of path) hash = sha256(Buffer.from([1]), ...(turns.pop() ? [neighbour, hash] : [hash, neighbour]));
  return hash;
}

/** The root of a tree over leaves that come one after the other. */
function rootOfAll(leaves) {
  const parts = []; // roots of complete parts with their sizes, largest first
  const pair = (left, right) => sha256(Buffer.from([1]), left, right);
  for (const leaf of leaves) {
    let part = { size: 1, hash: sha256(Buffer.from([0]), leaf) };
    while (parts.length > 0 && parts.at(-1).size === part.size) {
      const left = parts.pop();
      part = { size: 2 * part.size, hash: pair(left.hash, part.hash) };
    }
    parts.push(part);
  }
  return parts.map((part) => part.hash).reduceRight((right, left) => pair(left, right));
}

/** The lines of a file, each without its line break. */
function* linesOf(bytes) {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    yield bytes.subarray(start, end < 0 ? bytes.length : end);
    start = end < 0 ? bytes.length : end + 1;
  }
}

// --- Verifying. ---

function readKeys(file) {
  const keys = new Map();
  for (const { crv, kty, x, y, kid } of JSON.parse(readFileSync(file, 'utf8')).keys) {
    const thumbprint = sha256(JSON.stringify({ crv, kty, x, y })).toString('base64url'); // RFC 7638: a name fits one key only
    if (thumbprint !== kid) throw new Error(`The key ${kid} is not the one its name says.`);
    keys.set(kid, createPublicKey({ key: { crv, kty, x, y }, format: 'jwk' }));
  }
  return keys;
}

function verifyReceipt(bytes, keys) {
  const receipt = read(bytes);
  const key = keys.get(receipt.kid);
  demand(key, 'keyUnknown');
  const { leaves } = receipt.statement;
  const hash = leafHash(receipt);
  demand(receipt.leaf < leaves && rootOf(hash, receipt.leaf, leaves, receipt.bytes.path)?.equals(receipt.bytes.root), 'notInTree');
  const { signature } = receipt.bytes;
  demand(
    Buffer.compare(signature.subarray(32), HIGHEST_S) <= 0 &&
      verify('sha256', Buffer.from(writeStatement(receipt.statement)), { key, dsaEncoding: 'ieee-p1363' }, signature),
    'signatureWrong');
  return { ...receipt, reference: `${FORMAT}:${hash.toString('base64url')}` };
}

/** Whether a digest was made of the content. 20 bits were drawn and thrown away, so that guessing is a million times as much work. */
function opens(salt, digests, label, content) {
  const hidden = Buffer.alloc(4);
  for (let tried = 0; tried < 2 ** HIDDEN_BITS; tried++) {
    hidden.writeUInt32BE(tried);
    const digest = sha256(Buffer.concat([hidden.subarray(1), salt, Buffer.from(`${label}\0`), content]));
    if (digests.some((one) => one.equals(digest))) return true;
  }
  return false;
}

// --- The command line. ---

async function batch(keys) {
  const counts = {};
  let line = 0;
  for await (const receipt of createInterface({ input: process.stdin })) {
    line++;
    let result = 'genuine';
    try {
      verifyReceipt(Buffer.from(receipt, 'base64'), keys);
      console.log(`line ${line} is genuine`);
    } catch (error) {
      if (!(error instanceof NotGenuine)) throw error;
      result = error.message;
    }
    counts[result] = (counts[result] ?? 0) + 1;
  }
  console.log(`${line} receipts: ${JSON.stringify(counts)}`);
  return counts.genuine === line;
}

function single(file, keys, { document, name, question, rows }) {
  const receipt = verifyReceipt(readFileSync(file), keys);
  const { statement, reliableUntil, reference, bytes } = receipt;
  console.log(`genuine: answer ${receipt.leaf + 1} of ${statement.leaves} under root ${statement.number} of chain ${statement.chain}`);
  console.log(`reference ${reference}`);
  console.log(reliableUntil === null ? 'no approval may rely on it' : `an approval may rely on it until ${reliableUntil}`);
  console.log(JSON.stringify(JSON.parse(bytes.answer.toString('utf8')), null, 2));
  let holds = true;
  const say = (what, found) => {
    console.log(`${found ? 'yes' : 'no'}: ${what}`);
    holds &&= found;
  };
  const about = (label, content) => bytes.subjects.findIndex((digests) => opens(bytes.salt, digests, label, Buffer.from(content)));
  if (document) {
    const place = about(document[0], document[1].trim().toUpperCase());
    say(`it is about the holder of the document${place < 0 ? '' : `, the applicant of index ${place}`}`, place >= 0);
  }
  if (name) {
    const place = about('name', name);
    say(`it is about an applicant of this name without a document${place < 0 ? '' : `, of index ${place}`}`, place >= 0);
  }
  if (question) say('exactly this was asked', opens(bytes.salt, [bytes.question], 'question', sha256(readFileSync(question))));
  if (rows) {
    const { rowsRoot } = JSON.parse(bytes.answer.toString('utf8'));
    const lines = [...linesOf(readFileSync(rows))];
    say('these are the rows of the result', lines.length > 0 && rootOfAll(lines).toString('base64url') === rowsRoot);
  }
  return holds;
}

async function main(args) {
  const options = {};
  const files = [];
  while (args.length > 0) {
    const word = args.shift();
    if (word === '--batch') options.batch = true;
    else if (word === '--document') options.document = args.splice(0, 2);
    else if (['--keys', '--name', '--question', '--rows'].includes(word)) options[word.slice(2)] = args.shift();
    else files.push(word);
  }
  if (!options.keys || files.length !== (options.batch ? 0 : 1) || (options.document && options.document.length < 2)) {
    console.error('node verify-receipt.mjs --keys receipt-keys.json receipt.json [--document TYPE NUMBER] [--name NAME] [--question FILE] [--rows FILE]');
    return 2;
  }
  const keys = readKeys(options.keys);
  try {
    return (options.batch ? await batch(keys) : single(files[0], keys, options)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof NotGenuine)) throw error;
    console.log(`NOT genuine: ${error.message}`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
