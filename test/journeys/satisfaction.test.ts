import { expect, test } from 'vitest'
import { planSurvey, recordAnswer } from '#commands/survey.ts'
import { type Step, STEPS, type Survey } from '#domain/survey/survey.ts'
import { monthPack } from '#queries/month.ts'
import { sameChance, shuffled } from '#server/demo/clock.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { twoDevices } from '#test/support/twoDevices.ts'
import { formatsIn } from '#ui/formats.ts'
import { headlineWords, reachWords } from '#ui/screens/month/says.ts'
import { en } from '#ui/words/en/all.ts'
import { zh } from '#ui/words/zh/all.ts'

const SATURDAY = '2026-03-28'

interface Month {
  readonly name: string
  readonly marks: Readonly<Record<Step, number>>
  readonly refused: number
  readonly notBack: number
  readonly good: number
  readonly valid: number
  readonly figure: string
}

/** Both compounds and every sheet in them are invented. What was not sure is an answer and no mark. */
const MONTHS: readonly Month[] = [
  {
    name: '春和苑',
    marks: { very: 61, satisfied: 48, neutral: 6, dissatisfied: 2, veryDissatisfied: 1, unclear: 2 },
    refused: 5,
    notBack: 26,
    good: 109,
    valid: 118,
    figure: '92.4%',
  },
  {
    name: '兰溪里',
    marks: { very: 231, satisfied: 298, neutral: 58, dissatisfied: 17, veryDissatisfied: 8, unclear: 13 },
    refused: 41,
    notBack: 334,
    good: 529,
    valid: 612,
    figure: '86.4%',
  },
]

test.each(MONTHS)(
  '月月谈 of $name: $good of $valid marks are good, $figure, beside how many were asked, answered and said no',
  async (month) => {
    const { good, valid, figure, refused, notBack } = month
    const compound = await twoDevices({ compound: month.name })
    const { office } = compound
    office.clock = `${SATURDAY}T01:00:00.000Z`
    compound.clock = office.clock
    const plan = {
      title: '月月谈满意度',
      questions: [{ ask: 'overall', text: '总的来说，满意吗' }],
      picked: 'everyHome',
      from: SATURDAY,
      until: SATURDAY,
    } as const
    expect((await planSurvey(office, plan)).ok).toBe(true)
    await office.sync()
    const typists: Volunteer[] = []
    for (const name of ['甲', '乙', '丙']) {
      const one = await compound.joins({ name, role: 'gridWorker' })
      one.clock = office.clock
      await one.sync()
      // They sit in a cellar and type.
      one.wire.cut()
      typists.push(one)
    }
    const sheets = shuffled(
      STEPS.flatMap((step) => Array.from({ length: month.marks[step] }, () => step)),
      sameChance(valid),
    )
    const base = { channel: 'paper', day: SATURDAY } as const
    for (const [nth, step] of sheets.entries()) {
      const by = typists[nth % typists.length]!
      const given = [{ ask: 'overall', step }] as const
      expect((await recordAnswer(by, surveyOn(by), { ...base, asked: 'answered', given })).ok).toBe(true)
    }
    const [first, second] = typists as [Volunteer, Volunteer]
    await recordAnswer(first, surveyOn(first), { ...base, asked: 'refused', count: refused })
    await recordAnswer(second, surveyOn(second), { ...base, asked: 'nobody', count: notBack })
    for (const one of typists) {
      one.wire.mend()
      expect(await one.sync()).toBe('done')
    }
    await office.sync()

    const { view, tenant, compound: place, clock: now } = office
    const { survey } = monthPack({ view, tenant, compound: place, now }, office.reader(), '2026-03')
    const answered = sheets.length
    const asked = answered + refused + notBack
    expect(survey?.reach).toEqual({ asked, answered, refused, nobody: notBack })
    expect(survey?.asks[0]).toMatchObject({ good, valid })
    for (const words of [zh, en]) {
      const language = words === zh ? 'zh' : 'en'
      const spoken = { words, formats: formatsIn(language, words.common.dates) }
      expect(headlineWords(survey!, spoken)).toEqual({ figure })
      const said = reachWords(survey!, spoken).join(' ')
      for (const number of [asked, answered, refused, notBack])
        expect(said).toContain(spoken.formats.number(number))
    }
    expect(office.view.all('held')).toEqual([])
  },
  120_000,
)

const surveyOn = (who: Volunteer) => who.view.all<Survey>('survey')[0]!
