import type { Chance } from '#test/sim/random.ts'
import type { Volunteer } from './aVolunteer.ts'

/** What befalls messages: answers that are lost, doubles, lines that are cut, and one that is overtaken by all others. */
export class Lateness {
  readonly #chance: Chance
  #held = new Map<Volunteer, Promise<unknown>>()

  constructor(chance: Chance) {
    this.#chance = chance
  }

  async exchange(one: Volunteer): Promise<void> {
    const chance = this.#chance
    if (this.#held.has(one)) return chance.once(2) ? this.#letGo(one) : undefined
    switch (chance.below(7)) {
      case 0:
        return undefined
      case 1:
        one.wire.loseReplies(1)
        break
      case 2:
        one.wire.double(1)
        break
      case 3:
        one.wire.cutAfter(chance.below(4))
        break
      case 4:
        // Said now, and there only after others have spoken again, while the next window is counted already.
        one.wire.hold()
        this.#held.set(one, one.sync())
        return undefined
    }
    await one.sync()
    one.wire.mend()
  }

  /** The page dies, unless its message is still on the way: that one would come to nobody. */
  async restarts(one: Volunteer): Promise<void> {
    if (!this.#held.has(one)) await one.restart()
  }

  async over(): Promise<void> {
    for (const one of this.#held.keys()) await this.#letGo(one)
  }

  async #letGo(one: Volunteer): Promise<void> {
    one.wire.letGo()
    await this.#held.get(one)
    this.#held.delete(one)
  }
}
