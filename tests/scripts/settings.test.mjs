// What starts the page judges settings as their published description does, and opens the page as the app will.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { build } from "esbuild";
import { aliases, generate } from "../../scripts/generated.mjs";

const top = fileURLToPath(new URL("../..", import.meta.url));

/** A module of the page's own scripts, bundled with what is generated for it. @param {string} entry */
const bundled = async (entry) => {
  const { outputFiles } = await build({
    absWorkingDir: top,
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    alias: aliases,
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
};

before(generate);

/** Settings as a portal may write them. @type {Record<string, object>} */
const GOOD = {
  nothing: {},
  "a place of their description": { $schema: "config.schema.json" },
  "a title": { title: "Trials" },
  "a title in both languages": { title: { en: "Trials", zh: "试验" } },
  "a title as long as may be": { title: "x".repeat(100) },
  "a logo": { logo: "pictures/logo-2.svg" },
  "a selection": { selection: "year=2024&product=biological" },
  "a language": { language: "zh" },
  "a theme": { theme: "auto" },
  "no origin": { origins: [] },
  origins: {
    origins: [
      "https://portal.example",
      "http://127.0.0.1:8080",
      "https://portal.example:8443",
      "http://[::1]:8080",
      "http://intranet",
      "http://portal.example:443",
    ],
  },
  "a permalink with the question in the query": { permalink: "https://portal.example/trials?explorer={query}&from=link" },
  "a permalink with the question in the fragment": { permalink: "http://portal.example#{query}" },
  "an address of mail": { contact: "mailto:helpdesk@portal.example" },
  "an address to write at": { contact: "https://portal.example/help" },
};

/** Settings of which one is wrong, and which. @type {Record<string, [settings: object, name: string]>} */
const BAD = {
  "a name that is not known": [{ titel: "x" }, "titel"],
  "a name that every object has": [{ constructor: "x" }, "constructor"],
  "a name of a prototype": [JSON.parse('{ "__proto__": { "title": "x" } }'), "__proto__"],
  "a title that is none": [{ title: 1 }, "title"],
  "a title in one language": [{ title: { en: "x" } }, "title"],
  "a title in a third language": [{ title: { en: "x", zh: "x", fr: "x" } }, "title"],
  "a title that is a list": [{ title: ["x"] }, "title"],
  "a title that is too long": [{ title: "x".repeat(101) }, "title"],
  "a title that is too long in one language": [{ title: { en: "x", zh: "长".repeat(101) } }, "title"],
  "a logo of another site": [{ logo: "https://elsewhere.example/x.png" }, "logo"],
  "a logo of another host": [{ logo: "//elsewhere.example/x.png" }, "logo"],
  "a logo in the address": [{ logo: "data:image/svg+xml,x" }, "logo"],
  "a selection that is an object": [{ selection: { year: 2024 } }, "selection"],
  "a language that the page has not": [{ language: "fr" }, "language"],
  "a theme that only an address can ask for": [{ theme: "transparent" }, "theme"],
  "what is no list of origins": [{ origins: "*" }, "origins"],
  "all origins": [{ origins: ["*"] }, "origins"],
  "an origin with a path": [{ origins: ["https://portal.example/"] }, "origins"],
  "an origin with the port that it has anyway": [{ origins: ["https://portal.example:443"] }, "origins"],
  "an origin with a name in it": [{ origins: ["https://me@portal.example"] }, "origins"],
  "an origin in capitals": [{ origins: ["https://Portal.example"] }, "origins"],
  "an origin that is none": [{ origins: ["null"] }, "origins"],
  "a permalink without the question": [{ permalink: "https://portal.example/" }, "permalink"],
  "a permalink with the question twice": [{ permalink: "https://portal.example/?a={query}&b={query}" }, "permalink"],
  "a permalink whose host is the question": [{ permalink: "https://{query}" }, "permalink"],
  "a permalink whose host is none": [{ permalink: "https://%/{query}" }, "permalink"],
  "a permalink that would run a script": [{ permalink: "javascript:alert(1)//{query}" }, "permalink"],
  "a contact that would run a script": [{ contact: "javascript:alert(1)" }, "contact"],
  "a contact without a scheme": [{ contact: "helpdesk@portal.example" }, "contact"],
};

describe("config.json", () => {
  /** @type {{ properties: Record<string, { title: string, description: string }> }} */
  let schema;
  /** @type {((settings: unknown) => boolean) & Pick<import("ajv").ValidateFunction, "errors">} */
  let isDescribed;
  /** @type {typeof import("../../src/host/settings.js").checked} */
  let checked;
  before(async () => {
    schema = JSON.parse(await readFile(path.join(top, "public/config.schema.json"), "utf8"));
    isDescribed = new Ajv2020({ strict: true }).compile(schema);
    ({ checked } = await bundled("src/host/settings.js"));
  });

  for (const [what, settings] of Object.entries(GOOD)) {
    it(`may set ${what}`, () => {
      assert.ok(isDescribed(settings), JSON.stringify(isDescribed.errors));
      assert.deepEqual(checked(settings), { settings, problems: [] });
    });
  }

  for (const [what, [settings, name]] of Object.entries(BAD)) {
    it(`may not set ${what}; the rest of it is followed`, () => {
      assert.ok(!isDescribed(settings));
      const { settings: followed, problems } = checked({ selection: "year=2024", ...settings });
      assert.equal(problems.length, 1, problems.join("; "));
      assert.ok(problems[0].startsWith(`${name}: expected `), problems[0]);
      const rest = name === "selection" ? {} : { selection: "year=2024" };
      // A restriction that is wrong is one all the same.
      assert.deepEqual(followed, name === "origins" ? { ...rest, origins: [] } : rest);
    });
  }

  it("keeps of its origins those that are right", () => {
    for (const origins of [["https://portal.example", "*"], "https://portal.example"]) {
      assert.deepEqual(checked({ origins }).settings, { origins: ["https://portal.example"] });
      assert.ok(!isDescribed({ origins }));
    }
  });

  it("is an object, or nobody may talk to the page", () => {
    for (const found of [[], [1], null, "x", 1]) {
      assert.ok(!isDescribed(found));
      assert.deepEqual(checked(found), { settings: { origins: [] }, problems: ["not read: expected an object"] });
    }
  });

  it("has in words what each setting should be", () => {
    for (const [name, { title, description }] of Object.entries(schema.properties)) assert.ok(title && description, name);
  });

  it("is as documented", async () => {
    const guide = await readFile(path.join(top, "docs/embedding.md"), "utf8");
    const example = JSON.parse(/^```json\n(.*?)^```/ms.exec(guide)[1]);
    assert.ok(isDescribed(example), JSON.stringify(isDescribed.errors));
    assert.deepEqual(Object.keys(example), Object.keys(schema.properties), "each setting is in the example");
  });
});

describe("the page before the app", () => {
  /** @type {typeof import("../../src/host/boot/opening.js")} */
  let opening;
  before(async () => {
    opening = await bundled("src/host/boot/opening.js");
  });
  const asked = (/** @type {string} */ query) => new URLSearchParams(query);

  for (const [query, mode] of [
    ["", "full"],
    ["mode=", "full"],
    ["mode=huge", "full"],
    ["mode=embed", "embed"],
    ["mode=selftest", "selftest"],
    ["mode=card&figure=phases", "card"],
    ["mode=card", "embed"],
    ["mode=card&figure=", "embed"],
    ["mode=card&figure=nonsense", "embed"],
    ["mode=card&figure=phases:count", "card"],
    ["mode=card&figure=phases:nonsense", "card"],
    ["mode=card&figure=nonsense:count", "embed"],
    ["mode=card&mode=full&figure=phases", "card"],
  ]) {
    it(`stands as ${mode} for "${query}"`, () => assert.equal(opening.mode(asked(query)), mode));
  }

  for (const [query, set, colours] of /** @type {const} */ ([
    ["theme=dark", undefined, { theme: "dark" }],
    ["theme=light", "dark", { theme: "light" }],
    ["theme=transparent", undefined, { theme: "light", ground: "transparent" }],
    ["theme=auto", "dark", { theme: "dark" }],
    ["theme=nonsense", undefined, undefined],
    ["", undefined, undefined],
  ])) {
    it(`has at once the colours of "${query}" where the portal has set ${set}`, () =>
      assert.deepEqual(opening.colours(asked(query), set), colours));
  }

  it("hides what the page has", () => {
    assert.equal(opening.hidden(asked("hide=header,nonsense,downloads")), "header downloads");
    assert.equal(opening.hidden(asked("")), "");
  });
});

describe("the reading of config.json", () => {
  /** @type {typeof import("../../src/host/boot/settings.js")} */
  let reading;
  /** @type {typeof import("../../src/host/settings.js")} */
  let judge;
  before(async () => {
    reading = await bundled("src/host/boot/settings.js");
    judge = await bundled("src/host/settings.js");
  });

  /** What becomes of an answer, and what is said of it. @param {() => Promise<Response>} ask @param {Promise<unknown>} [late] */
  const read = async (ask, late) => {
    const settings = await reading.configure(ask, async () => judge, late);
    return { settings: JSON.parse(JSON.stringify(settings)), problems: Reflect.get(globalThis, "chinaTrialsConfigProblems") };
  };
  /** @param {string} body @param {ResponseInit} [init] */
  const answer = (body, init) => async () => new Response(body, init);
  const NOTHING = { settings: {}, problems: [] };

  it("takes what is not there, and a page in its place, for nothing", async () => {
    assert.deepEqual(await read(answer("", { status: 404 })), NOTHING);
    assert.deepEqual(await read(answer("\n<!doctype html><title>Sign in</title>")), NOTHING);
    assert.deepEqual(await read(answer("{}\n")), NOTHING);
  });

  it("lets nobody talk to the page where it could not be read, and says why", async () => {
    const nobody = { origins: [] };
    const server = await read(answer("", { status: 500 }));
    assert.deepEqual(server, { settings: nobody, problems: ["not read: the server answered 500"] });
    const cut = await read(answer('{ "title": '));
    assert.deepEqual(cut.settings, nobody);
    assert.match(cut.problems[0], /^not read: /);
    const never = await read(() => new Promise(() => {}), Promise.resolve());
    assert.deepEqual(never, { settings: nobody, problems: ["not read: no answer in time"] });
  });

  it("waits no longer for the rest of an answer than for its beginning", async () => {
    const endless = async () => new Response(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode("{")) }));
    const { problems } = await read(endless, Promise.resolve());
    assert.deepEqual(problems, ["not read: no answer in time"]);
  });

  it("needs no AbortSignal.timeout", async () => {
    const { timeout } = AbortSignal;
    Reflect.deleteProperty(AbortSignal, "timeout");
    try {
      assert.deepEqual(await read(answer('{"title":"Trials"}')), {
        settings: { title: "Trials", "title-en": "Trials", "title-zh": "Trials" },
        problems: [],
      });
    } finally {
      AbortSignal.timeout = timeout;
    }
  });
});
