// The audit of GraphQL over HTTP by its reference implementation, against the address given.
import { serverAudits } from "graphql-http";

const checks = [];
for (const audit of serverAudits({ url: process.argv[2] })) {
  const result = await audit.fn();
  checks.push([`${audit.id} ${audit.name}`, result.status, result.reason ?? ""]);
}
console.log(JSON.stringify(checks));
