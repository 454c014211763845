// How large the functions of a module are.
import assert from "node:assert/strict";
import { it } from "node:test";
import binaryen from "binaryen";
import { functions } from "../../scripts/functions.mjs";

it("names the functions of a module, the largest first", () => {
  const text = `(module
    (import "outside" "called" (func $called))
    (func $small (export "small") (call $called))
    (func $large (export "large") (result i32) (i32.add (i32.const 4000000) (i32.mul (i32.const 2000000) (i32.const 3000000)))))`;
  const module = binaryen.parseText(text);
  const bare = functions(Uint8Array.from(module.emitBinary()));
  binaryen.setDebugInfo(true);
  const named = functions(Uint8Array.from(module.emitBinary()));
  // A body has its locals (1), its code and its end (1): a call takes 2, a number of this size 5, adding and multiplying 1.
  assert.deepEqual(named, [
    { name: "large", number: 2, bytes: 1 + 5 + 5 + 5 + 1 + 1 + 1 },
    { name: "small", number: 1, bytes: 1 + 2 + 1 },
  ]);
  assert.deepEqual(
    bare.map(({ name }) => name),
    ["function 2", "function 1"],
  );
});
