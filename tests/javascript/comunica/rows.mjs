// Ask an endpoint a query; the values of some variables, row by row, as JSON on standard output.
import { QueryEngine } from "@comunica/query-sparql";

const [endpoint, query, ...variables] = process.argv.slice(2);
const bindings = await new QueryEngine().queryBindings(query, {
  sources: [{ type: "sparql", value: endpoint }],
});
const rows = await bindings.map((row) => variables.map((name) => row.get(name).value)).toArray();
process.stdout.write(JSON.stringify(rows));
