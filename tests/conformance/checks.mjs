// Runs named checks one after the other and reports them as the tests read them.
export async function report(checks) {
  const told = [];
  for (const [name, check] of Object.entries(checks)) {
    try {
      await Promise.race([check(), late(15000)]);
      told.push([name, "ok", ""]);
    } catch (error) {
      told.push([name, "error", String(error?.message ?? error)]);
    }
  }
  console.log(JSON.stringify(told));
  process.exit(0);
}

export function equal(found, wanted) {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`found ${one}, wanted ${other}`);
}

function late(milliseconds) {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("it took too long")), milliseconds).unref();
  });
}
