export function median(values) {
  return quantile(values, 0.5)
}

export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * q
  const low = sorted[Math.floor(at)] ?? Number.NaN
  const high = sorted[Math.ceil(at)] ?? low
  return low + (high - low) * (at - Math.floor(at))
}

/** Median, least and most of the rounds. */
export function spread(values) {
  const round = (value) => Number(value.toPrecision(3))
  return { median: round(median(values)), min: round(Math.min(...values)), max: round(Math.max(...values)) }
}

/** Round by round, so that what the machine does meanwhile meets both sides. */
export function ratio(ours, floor) {
  return spread(ours.map((value, round) => value / floor[round]))
}

/** The same things in another order each round: who comes first pays for what is cold. */
export async function rotated(rounds, things) {
  const got = Object.fromEntries(things.map(([name]) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (let n = 0; n < things.length; n++) {
      const [name, act] = things[(round + n) % things.length]
      got[name].push(await act())
    }
  return got
}
