// The bill of materials of the built page, in CycloneDX 1.6: what it is made of, in which version, under which licence.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Contrib, Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import { PackageURL } from "packageurl-js";
import parseExpression from "spdx-expression-parse";
import { bundledPackages, linkedCrates, standardLibrary } from "./shipped.mjs";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const licences = new Contrib.License.Factories.LicenseFactory(parseExpression);

/** Cargo once wrote "MIT/Apache-2.0" for a choice, and some crates still do. */
const licence = (expression) => licences.makeFromString(expression.replaceAll("/", " OR "));

/** A library from a registry. Its reference is its address there, so that the same page gives the same bill. */
const library = (registry, { name, version, license }) => {
  // A scoped npm name, such as @scope/name, is a namespace and a name.
  const [own, namespace] = name.split("/").reverse();
  const purl = new PackageURL(registry, namespace, own, version).toString();
  const component = new Models.Component(Enums.ComponentType.Library, own, { group: namespace, version, purl, bomRef: purl });
  component.licenses.add(licence(license));
  return component;
};

/** The figures: not a package of any registry. */
const dataset = async () => {
  const { name, description, licenses } = JSON.parse(await readFile(path.join(root, "public/data/datapackage.json"), "utf8"));
  const component = new Models.Component(Enums.ComponentType.Data, name, { description, bomRef: "data" });
  for (const { name: id } of licenses) component.licenses.add(licence(id));
  return component;
};

/** @returns {Promise<string>} the bill as JSON, without date or serial number: they would differ from one build to the next */
export const sbom = async () => {
  const { program, crates } = linkedCrates();
  const components = [
    ...crates.map((crate) => library("cargo", crate)),
    library("generic", standardLibrary()),
    ...(await bundledPackages()).map((found) => library("npm", found)),
    await dataset(),
  ];
  const { name, version, description, license } = program;
  const page = new Models.Component(Enums.ComponentType.Application, name, { version, description, bomRef: name });
  page.licenses.add(licence(license));
  for (const { bomRef } of components) page.dependencies.add(bomRef);
  const bom = new Models.Bom({
    components: new Models.ComponentRepository(components),
    metadata: new Models.Metadata({ component: page }),
  });
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
};
