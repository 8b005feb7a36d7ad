// Writes into a folder an npm package and lock file that need exactly one of the optional packages pinned here.
// npm passes over an optional package it could not get or whose checksum is wrong; a required one makes it fail.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [wanted, folder] = process.argv.slice(2);
const lock = JSON.parse(readFileSync(new URL("package-lock.json", import.meta.url), "utf8"));
const key = `node_modules/${wanted}`;
const entry = lock.packages[key];
if (!entry?.integrity) process.exit(3);

delete entry.optional;
const manifest = { name: lock.name, version: lock.version, private: true, dependencies: { [wanted]: entry.version } };
writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ ...lock, packages: { "": manifest, [key]: entry } }));
