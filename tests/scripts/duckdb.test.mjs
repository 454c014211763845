// The query that docs/data.md gives for lists too long for the page: run by DuckDB, and its counts read by the page's own code.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";

const root = fileURLToPath(new URL("../../", import.meta.url));
const run = promisify(execFile);

it("counts a list into a table that loads as own figures", async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), "duckdb-"));
  t.after(() => rm(folder, { recursive: true }));
  const list = path.join(folder, "trials.csv");
  await copyFile(path.join(root, "tests/fixtures/trials/clinicaltrials_gov.csv"), list);
  const counts = path.join(folder, "counts.csv");
  const [, sql] = /```sql\n(.*?)```/s.exec(await readFile(path.join(root, "docs/data.md"), "utf8"));
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(sql.replace("'trials.csv'", `'${list}'`).replace("'counts.csv'", `'${counts}'`));

  // The same counts by another way: the trials of each year, by their first row.
  const rows = (
    await connection.runAndReadAll(`SELECT "NCT Number" AS id, "First Posted" AS date FROM read_csv('${list}', all_varchar = true)`)
  ).getRowObjects();
  const years = new Map(rows.filter(({ date }) => date).map(({ id, date }) => [id, String(date).slice(0, 4)]));
  const wanted = [...years.values()].filter((year) => year >= "2019" && year <= "2025");
  const [header, ...lines] = (await readFile(counts, "utf8")).trim().split("\n");
  assert.equal(header, "year,measure,statistic,purpose,phase,disease,value");
  const totals = lines.map((line) => line.split(",")).filter(([, , , , phase, disease]) => phase === "" && disease === "");
  for (const [year, , , , , , value] of totals) assert.equal(Number(value), wanted.filter((each) => each === year).length, year);
  assert.equal(totals.length, new Set(wanted).size);
  assert.ok(lines.some((line) => line.includes(",oncology,")) && lines.some((line) => line.includes(",II,")), lines.join("\n"));

  const { stdout } = await run("cargo", ["run", "--quiet", "--locked", "--features", "reading", "--bin", "check", counts], { cwd: root });
  // A small list beside the nation's numbers: what differs is said, and nothing is refused.
  assert.match(
    stdout,
    /counts\.csv: .*: [1-9]\d* new, 0 known already, [1-9]\d* that contradict a shipped fact, 0 repeated, 0 not filled, 0 refused/,
  );
});
