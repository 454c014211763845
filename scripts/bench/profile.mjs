// Where the time of a filter change goes, function by function: from the choice to the first answer, and from there to the whole
// window. The browser's own work is told by kind, as its trace has it; the program's by the names that target/split/ has.
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { functions } from "../functions.mjs";
import { SPLIT } from "../shipped.mjs";
import { allChanges, SLOWDOWN, toWindow, WINDOWS } from "./filters.mjs";
import { print } from "./table.mjs";

/** @import { CDPSession } from "@playwright/test" */

/** @typedef {{ functionName: string, url: string, lineNumber: number, columnNumber: number }} CallFrame */

const CATEGORIES = ["devtools.timeline", "blink.user_timing", "v8", "disabled-by-default-v8.cpu_profiler"];
/** So many functions are named; the rest of their kind stands in one line. */
const MOST_NAMED = 8;
/** What the browser's trace calls its own work. @type {Record<string, string>} */
const BROWSER = {
  UpdateLayoutTree: "style",
  Layout: "layout",
  PrePaint: "before painting",
  Paint: "painting",
  Layerize: "layers",
  Commit: "layers",
  UpdateLayer: "layers",
  ParseHTML: "parsing markup",
  HitTest: "layout",
  IntersectionObserverController_computeIntersections: "observers",
};

/** An event of a trace. @typedef {{ name: string, ph: string, ts: number, dur?: number, tid: number, pid: number, id?: string, args: any }} TraceEvent */

/** Traces what happens until the function that this gives is called, which gives the events. @param {CDPSession} session */
const trace = async (session) => {
  await session.send("Tracing.start", { transferMode: "ReturnAsStream", traceConfig: { includedCategories: CATEGORIES } });
  return async () => {
    const ended = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
    await session.send("Tracing.end");
    const { stream } = /** @type {{ stream: string }} */ (await ended);
    let text = "";
    for (let isEnd = false; !isEnd; ) {
      const { data, eof, base64Encoded } = await session.send("IO.read", { handle: stream, size: 1 << 22 });
      text += base64Encoded ? Buffer.from(data, "base64").toString() : data;
      isEnd = eof;
    }
    await session.send("IO.close", { handle: stream });
    return /** @type {TraceEvent[]} */ (JSON.parse(text).traceEvents);
  };
};

/** The names of the program's functions by the number of the file's function, for each module that was split. */
const programNames = async () => {
  const named = new Map();
  if (!existsSync(SPLIT)) return named;
  for (const file of (await readdir(SPLIT)).filter((name) => name.endsWith(".wasm"))) {
    const module = new Uint8Array(await readFile(path.join(SPLIT, file)));
    named.set(moduleName(file), new Map(functions(module).map(({ name, number }) => [number, name])));
  }
  return named;
};

/** The scripts of a build by their names. @param {{ url: string }} server */
const scripts = async ({ url }) => {
  const page = await (await fetch(url)).text();
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const [file] of page.matchAll(/[\w-]+-[0-9a-f]{16}\.js/g)) texts.set(file, await (await fetch(new URL(file, url))).text());
  return texts;
};

/** What a module is called in target/split/, by its file here or in a build. @param {string} file */
const moduleName = (file) =>
  file
    .replace(/-[0-9a-f]{16}/, "")
    .replace(/(_bg)?\.wasm$/, "")
    .replace(/^china-trials-explorer$/, "app");

/** A Rust path without its types and hash. @param {string} name */
const short = (name) =>
  name
    .replace(/::h[0-9a-f]{16}$/, "")
    .replace(/\$[A-Za-z0-9]+\$/g, "")
    .replace(/^_/, "")
    .slice(0, 90);

/**
 * What a function without a name is called where it is written: the property or variable before it.
 * @param {string | undefined} text
 * @param {number} column
 */
const nameBefore = (text, column) => {
  const before = text?.slice(Math.max(0, column - 60), column) ?? "";
  const named = /([\w$]+)\s*[=:]\s*(?:async\s*)?(?:function\*?\s*)?$/.exec(before) ?? /([\w$]+)\s*$/.exec(before);
  return named === null || named[1] === "function" ? "(anonymous)" : named[1];
};

/**
 * What a function of the profile is: whose, and how it is called.
 * @param {Map<string, Map<number, string>>} names
 * @param {(file: string) => string | undefined} text
 */
const explanations =
  (names, text) =>
  (/** @type {CallFrame} */ { functionName, url, lineNumber, columnNumber }) => {
    const file = path.basename(url ?? "");
    if (file.endsWith(".wasm") || url?.startsWith("wasm://")) {
      const number = Number(/^wasm-function\[(\d+)\]/.exec(functionName)?.[1]);
      const found = names.get(moduleName(file))?.get(number);
      return { whose: "program", name: found ? short(found) : `${file} ${functionName}` };
    }
    if (functionName === "(idle)") return { whose: "waiting", name: "for the next frame or task" };
    if (functionName === "(garbage collector)") return { whose: "garbage", name: "collected" };
    if (functionName === "(program)" || functionName === "(root)") return null;
    const named = functionName || nameBefore(text(file)?.split("\n")[lineNumber], columnNumber);
    if (file.startsWith("echarts")) return { whose: "ECharts", name: named };
    return url ? { whose: "glue", name: named } : { whose: "DOM and builtins", name: functionName || "(unnamed)" };
  };

/** Adds to a sum by name. @param {Map<string, number>} sums @param {string} name @param {number} value */
const add = (sums, name, value) => sums.set(name, (sums.get(name) ?? 0) + value);

/** How much of the time from one moment to another lies in a span. */
const overlap = (span, from, to) => Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));

/** The browser's own work within spans: its events' time without that of the events in them, by kind. */
const browserWork = (events, spans, sums) => {
  const complete = events.filter(({ ph, dur }) => ph === "X" && dur > 0).sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  /** @type {{ event: TraceEvent, to: number }[]} */
  const open = [];
  const own = new Map(complete.map((event) => [event, [{ from: event.ts, to: event.ts + event.dur, sign: 1 }]]));
  for (const event of complete) {
    while (open.length > 0 && open.at(-1).to <= event.ts) open.pop();
    const parent = open.at(-1)?.event;
    if (parent) own.get(parent).push({ from: event.ts, to: event.ts + event.dur, sign: -1 });
    open.push({ event, to: event.ts + event.dur });
  }
  for (const [{ name }, pieces] of own) {
    const kind = BROWSER[name];
    if (!kind) continue;
    for (const span of spans) for (const { from, to, sign } of pieces) add(sums, `browser\n${kind}`, sign * overlap(span, from, to));
  }
};

/** The functions that ran within spans, by the samples of the profile. */
const functionWork = (events, spans, explain, sums) => {
  const nodes = new Map();
  const started = events.find(({ name }) => name === "Profile");
  let time = started?.args.data.startTime ?? 0;
  const chunks = events.filter(({ name, id }) => name === "ProfileChunk" && id === started?.id).sort((a, b) => a.ts - b.ts);
  let previous = null;
  for (const { args } of chunks) {
    for (const node of args.data.cpuProfile?.nodes ?? []) nodes.set(node.id, node.callFrame);
    for (const [position, sample] of (args.data.cpuProfile?.samples ?? []).entries()) {
      const next = time + args.data.timeDeltas[position];
      const what = previous && explain(previous);
      if (what) for (const span of spans) add(sums, `${what.whose}\n${what.name}`, overlap(span, time, next));
      time = next;
      previous = nodes.get(sample);
    }
  }
};

/** Sums as rows: each kind with its total, and its largest functions below it. */
const rows = (sums, changes) => {
  const kinds = new Map();
  for (const [key, microseconds] of sums) {
    const [whose, name] = key.split("\n");
    if (!kinds.has(whose)) kinds.set(whose, []);
    kinds.get(whose).push({ name, ms: microseconds / 1000 / changes });
  }
  const total = (/** @type {{ ms: number }[]} */ list) => list.reduce((sum, { ms }) => sum + ms, 0);
  return [...kinds]
    .sort(([, a], [, b]) => total(b) - total(a))
    .flatMap(([whose, list]) => {
      const named = list.sort((a, b) => b.ms - a.ms).slice(0, MOST_NAMED);
      const lines = named.filter(({ ms }) => ms >= 0.1).map(({ name, ms }) => [`    ${name}`, ms]);
      const rest = total(list) - total(named);
      if (rest >= 0.1) lines.push([`    ${list.length - named.length} others`, rest]);
      return [[whose, total(list)], ...lines];
    });
};

/** @type {import("./table.mjs").Bench} */
export const profile = async (browser, builds) => {
  const names = await programNames();
  for (const { name, server } of builds) {
    const texts = await scripts(server);
    const explain = explanations(names, (file) => texts.get(file));
    for (const window of WINDOWS) {
      const { page, session, close } = await toWindow(browser, server, window);
      const end = await trace(session);
      const { length: count } = await allChanges(page);
      const events = await end();
      await close();
      const marks = events.filter(({ name }) => /^bench: /.test(name)).sort((a, b) => a.ts - b.ts);
      const main = events.filter(({ pid, tid }) => pid === marks[0]?.pid && tid === marks[0]?.tid);
      const at = (/** @type {string} */ what) => marks.filter(({ name }) => name === `bench: ${what}`).map(({ ts }) => ts);
      const [choices, paintings, wholes] = ["choice", "painted", "whole"].map(at);
      if (choices.length !== count || wholes.length !== choices.length) throw new Error("the trace has lost marks");
      const profiled = events.filter(({ name, pid }) => pid === marks[0].pid && /^Profile(Chunk)?$/.test(name));
      for (const [title, from, to] of /** @type {const} */ ([
        ["to the first answer", choices, paintings],
        ["from there to the whole window", paintings, wholes],
      ])) {
        const spans = from.map((start, position) => ({ from: start, to: to[position] }));
        const sums = new Map();
        browserWork(main, spans, sums);
        functionWork(profiled, spans, explain, sums);
        const mean = spans.reduce((sum, span) => sum + Math.max(0, span.to - span.from), 0) / 1000 / spans.length;
        print(
          `${name}${window.title}, ${title}: mean of ${spans.length} changes, ${mean.toFixed(0)} ms, processor slowed ${SLOWDOWN} times`,
          ["", "ms"],
          rows(sums, spans.length),
        );
      }
    }
  }
};
