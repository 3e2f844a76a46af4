// Prints a JSON-LD file as N-Quads, as jsonld.js understands it; nothing is fetched.
import { readFile } from "node:fs/promises";
import jsonld from "jsonld";

const document = JSON.parse(await readFile(process.argv[2], "utf8"));
const documentLoader = (url) => {
  throw new Error(`the file needs ${url}`);
};
process.stdout.write(await jsonld.toRDF(document, { format: "application/n-quads", documentLoader }));
