/**
 * The long proofs, one after the other; two that leave a core idle run side by side. Ends with 1 where one of them has found
 * something.
 */
import { spawn } from 'node:child_process'

const PROOFS = [
  ['rights'],
  ['sim --seeds 300 --from 1'],
  ['sim --planted'],
  ['crash --server-kills 40 --browser-kills 10', 'canary'],
  ['sim --seeds 20 --from 1 --engines'],
  ['fuzz --requests 3000'],
  ['fuzz --requests 500 --engine both'],
  // Two databases once listed the people of a tablet in two orders.
  ['fuzz --requests 367 --engine both --seed 114036'],
]

for (const together of PROOFS) {
  const codes = await Promise.all(together.map((proof) => proved(proof, together.length > 1)))
  if (codes.some((code) => code !== 0)) process.exit(1)
}

/** What two say at once is told when each is done. Answers with what it ended with. */
function proved(proof, isTold) {
  const [name, ...options] = proof.split(' ')
  const out = isTold ? 'pipe' : 'inherit'
  const running = spawn('npm', ['run', name, '--', ...options, '--json'], { stdio: ['ignore', out, out] })
  const said = []
  for (const stream of [running.stdout, running.stderr]) stream?.on('data', (piece) => said.push(piece))
  return new Promise((resolve) => {
    running.on('close', (code) => {
      process.stdout.write(Buffer.concat(said))
      resolve(code)
    })
  })
}
