// One way of counting a list of trials, tried in the browser: ?engine=ours|crossfilter2|arquero|duckdb&rows=500000. scripts/peers.mjs
// opens this page once for each, so that none has the memory of another, and reads `globalThis.result`.
// All read the same text, and count the new-drug trials of each phase under three filters, which are drawn by chance, the same each time.
import * as duckdb from "@duckdb/duckdb-wasm";
import * as aq from "arquero";
import crossfilter from "crossfilter2";
// biome-ignore lint/correctness/noUnresolvedImports: made by scripts/peers.mjs
import start, { Reading, rows } from "ours";

/** How much of the text comes at a time. */
const PIECE = 1 << 20;
const ROUNDS = 100;
const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
/** Our codes, and the values of the list that they stand for. */
const PRODUCTS = {
  chemical: ["DRUG: Apatinib Tablets", "DRUG: Semaglutide"],
  biological: ["BIOLOGICAL: Tislelizumab", "BIOLOGICAL: Inactivated Vaccine", "BIOLOGICAL: CAR-T cells"],
  tcm: ["DRUG: Lianhua Granules, Traditional Chinese Medicine"],
};
const DISEASES = {
  oncology: ["Non-small Cell Lung Cancer", "Breast Cancer|Metastatic Breast Cancer"],
  respiratory: ["Asthma"],
  cardiovascular: ["Hypertension"],
};
const PHASES = ["PHASE1", "PHASE2", "PHASE3", "PHASE4"];
const BIOEQUIVALENCE = "A Bioequivalence Study of";

/** @typedef {{ year: number, product: keyof typeof PRODUCTS, disease: keyof typeof DISEASES }} Question */
/** A list that was read: how many trials of each phase there are. @typedef {(question: Question) => number[] | Promise<number[]>} Count */

/** @type {Question[]} */
const QUESTIONS = Array.from({ length: ROUNDS }, (_, round) => ({
  year: YEARS[(round * 5) % 7],
  product: /** @type {keyof typeof PRODUCTS} */ (Object.keys(PRODUCTS)[(round * 7) % 3]),
  disease: /** @type {keyof typeof DISEASES} */ (Object.keys(DISEASES)[Math.floor(round / 3) % 3]),
}));

/** The text of the list, in pieces. @param {number} count */
const text = (count) => Array.from({ length: Math.ceil(count / 2000) }, (_, at) => rows(at * 2000, Math.min((at + 1) * 2000, count)));

/** The fields of a line; those in quotation marks hold commas, and no quotation marks. @param {string} line */
const fields = (line) => [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map((match) => match[2] ?? match[1]);

/** The columns that the question needs, as objects: what crossfilter takes. @param {string[]} pieces */
const objects = (pieces) => {
  const made = [];
  pieces.forEach((piece, at) => {
    const lines = piece.trimEnd().split("\n");
    for (const line of at === 0 ? lines.slice(1) : lines) {
      const [, title, , condition, product, , , , phase, , , date] = fields(line);
      made.push({ year: Number(date.slice(0, 4)), product, condition, phase, isNewDrug: !title.startsWith(BIOEQUIVALENCE) });
    }
  });
  return made;
};

/** @type {Record<string, (pieces: string[]) => Promise<Record<string, Count>>>} */
const ENGINES = {
  ours: async (pieces) => {
    const encoder = new TextEncoder();
    const reading = new Reading(encoder.encode(pieces[0].slice(0, PIECE)));
    for (const piece of pieces) reading.feed(encoder.encode(piece));
    const list = reading.finish();
    return {
      "phases": ({ year, product, disease }) => [...list.phases(year, product, disease)],
      [`all ${list.figures()} figures`]: ({ year, product, disease }) => [list.all_figures(year, product, disease)],
    };
  },

  crossfilter2: async (pieces) => {
    const list = crossfilter(objects(pieces));
    const year = list.dimension((trial) => trial.year);
    const product = list.dimension((trial) => trial.product);
    const disease = list.dimension((trial) => trial.condition);
    list.dimension((trial) => (trial.isNewDrug ? 1 : 0)).filterExact(1);
    const phases = list.dimension((trial) => trial.phase).group();
    return {
      "phases": (question) => {
        year.filterExact(question.year);
        product.filterFunction((value) => PRODUCTS[question.product].includes(value));
        disease.filterFunction((value) => DISEASES[question.disease].includes(value));
        const counted = new Map(phases.all().map(({ key, value }) => [key, value]));
        return PHASES.map((phase) => counted.get(phase) ?? 0);
      },
    };
  },

  arquero: async (pieces) => {
    const list = aq.from(objects(pieces));
    return {
      "phases": (question) => {
        const [products, conditions] = [PRODUCTS[question.product], DISEASES[question.disease]];
        const found = list
          .params({ year: question.year, products, conditions })
          .filter((trial, $) => trial.isNewDrug && trial.year === $.year && aq.op.includes($.products, trial.product) && aq.op.includes($.conditions, trial.condition))
          .groupby("phase")
          .count();
        const counted = new Map(found.objects().map(({ phase, count }) => [phase, count]));
        return PHASES.map((phase) => counted.get(phase) ?? 0);
      },
    };
  },

  duckdb: async (pieces) => {
    const worker = new Worker("duckdb-browser-eh.worker.js");
    const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
    await database.instantiate(new URL("duckdb-eh.wasm", location.href).href);
    const connection = await database.connect();
    await database.registerFileText("trials.csv", pieces.join(""));
    pieces.length = 0;
    await connection.query(`CREATE TABLE trials AS
      SELECT CAST("First Posted"[1:4] AS SMALLINT) AS year, Interventions AS product, Conditions AS condition, Phases AS phase,
        NOT starts_with("Study Title", '${BIOEQUIVALENCE}') AS is_new_drug
      FROM read_csv('trials.csv', all_varchar = true)`);
    await database.dropFiles();
    const texts = (/** @type {string[]} */ values) => values.map((value) => `'${value}'`).join(", ");
    return {
      "phases": async ({ year, product, disease }) => {
        const found = await connection.query(`SELECT phase, CAST(count(*) AS INTEGER) AS trials FROM trials
          WHERE is_new_drug AND year = ${year} AND product IN (${texts(PRODUCTS[product])}) AND condition IN (${texts(DISEASES[disease])})
          GROUP BY phase`);
        const counted = new Map(found.toArray().map(({ phase, trials }) => [phase, trials]));
        return PHASES.map((phase) => counted.get(phase) ?? 0);
      },
    };
  },
};

/** The time in which a part of the rounds is done. @param {number[]} times @param {number} part */
const quantile = (times, part) => [...times].sort((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * part))];

const measure = async () => {
  const asked = new URLSearchParams(location.search);
  await start();
  const pieces = text(Number(asked.get("rows")));
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const began = performance.now();
  const counts = await ENGINES[asked.get("engine")](pieces);
  const loadMs = performance.now() - began;
  // The text is the reader's file, and no engine's memory.
  pieces.length = 0;
  const refilters = [];
  for (const [what, count] of Object.entries(counts)) {
    const [times, answers] = [[], []];
    for (const question of QUESTIONS) {
      const before = performance.now();
      answers.push(await count(question));
      times.push(performance.now() - before);
    }
    refilters.push({ what, p50: quantile(times, 0.5), p95: quantile(times, 0.95), answers: JSON.stringify(answers) });
  }
  // Kept until its memory was looked at.
  Object.assign(globalThis, { counts });
  return { bytes, loadMs, refilters };
};

Object.assign(globalThis, { result: measure().catch((error) => ({ error: `${error?.stack ?? error}` })) });
