// The check of what the oldest browsers have can fail: it names what is younger than they are.
import assert from "node:assert/strict";
import { it } from "node:test";
import binaryen from "binaryen";
import { missing, oldest, wasmFeatures } from "../../scripts/browsers.mjs";

it("knows the oldest browsers of docs/browsers.md", () => {
  assert.deepEqual(Object.fromEntries(oldest()), { chrome: 109, edge: 109, firefox: 115, safari: 16.4, safari_ios: 16.4 });
});

it("names what a script asks that one of them lacks", () => {
  assert.deepEqual(missing('document.querySelector("a").closest("b"); [1].at(-1); new ResizeObserver(() => {});'), []);
  assert.match(missing("Promise.withResolvers();")[0], /Promise\.withResolvers: not in chrome 109 \(since 119\)/);
  assert.match(missing("new CloseWatcher();")[0], /CloseWatcher: not in .*firefox 115/);
  assert.match(missing("element.moveBefore(other, null);")[0], /moveBefore: not in chrome 109/);
});

it("refuses syntax that one of them cannot read", () => {
  assert.throws(() => missing("using file = open();"), SyntaxError);
});

it("finds what a module needs", () => {
  const module = (/** @type {string} */ text) => {
    const parsed = binaryen.parseText(text);
    parsed.setFeatures(binaryen.Features.All);
    return parsed.emitBinary();
  };
  assert.deepEqual(wasmFeatures(module("(module (func (param i32) (result i32) (local.get 0)))")), []);
  assert.deepEqual(wasmFeatures(module("(module (func (param i32) (result i32) (i32.extend8_s (local.get 0))))")), ["SignExt"]);
  assert.deepEqual(wasmFeatures(module("(module (func (result v128) (v128.const i64x2 0 0)))")), ["SIMD128"]);
});
