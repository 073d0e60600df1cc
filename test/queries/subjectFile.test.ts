import { expect, test } from 'vitest'
import { keepCare } from '#commands/care.ts'
import { noteLook } from '#commands/looks.ts'
import { writeFeedback } from '#commands/feedback.ts'
import { editResident, enterResident } from '#commands/residents.ts'
import { recordVisit } from '#commands/visits.ts'
import { household } from '#queries/residents.ts'
import { subjectFile } from '#queries/subjectFile.ts'
import { formatsIn } from '#ui/formats.ts'
import { subjectRows, subjectText } from '#ui/screens/subject/subjectRows.ts'
import { must } from '#test/support/binSide.ts'
import { twoDevices } from '#test/support/twoDevices.ts'
import { zh as words } from '#ui/words/zh/all.ts'

const NAME = '欧阳灯芯'

test('SEC-94 the file of a resident has everything that is stored about them, and of other people only that they are there', async () => {
  const { office, place } = await twoDevices()
  const home = place('1-1-1-101')
  const at = () =>
    household(office.reader(), home, '2026-03-02')!.people.find((one) => one.resident.name === NAME)!
  const { resident, contact } = at()
  await must(
    editResident(
      office,
      { resident, contact },
      {
        name: NAME,
        phone: '13811110101',
        ageBand: '80+',
        kin: { name: '欧阳石榴', relation: '女儿', phone: '13700001111' },
      },
    ),
  )
  await must(
    keepCare(
      office,
      { resident },
      {
        tags: ['livesAlone'],
        needs: ['stairs'],
        reasons: ['aged80'],
        consent: { basis: 'self', at: '2026-03-02', how: 'spoken' },
      },
    ),
  )
  await must(enterResident(office, home, { name: '南宫小满', phone: '13899990000' }))
  await must(recordVisit(office, { dwelling: home, outcome: 'met', note: '南宫小满也在家' }))
  const remark = (displayName: string) =>
    writeFeedback(office, {
      place: home,
      text: '楼道灯坏了',
      category: 'lighting',
      urgency: 'u3',
      channel: 'door_visit',
      photos: [],
      reporter: { displayName, agreed: false },
      ending: { is: 'undecided' },
    })
  for (const who of ['欧阳婆婆', '小满']) expect((await remark(who)).ok).toBe(true)
  await must(noteLook(office, { place: home, what: 'phone', why: 'call', count: 1 }))
  await office.sync()

  const file = subjectFile(office.reader(), resident.id)!
  expect(file.perhaps.map(({ reporter }) => reporter.displayName)).toEqual(['小满'])
  const formats = formatsIn('zh', words.common.dates)
  const rows = subjectRows(file, { words, formats })
  const text = subjectText([words.subject.title], rows)
  const { row } = words.subject
  for (const what of [row.name, row.age, row.phone, row.kin, row.consent, row.tags, row.needs, row.reasons])
    expect(rows.map(([one]) => one)).toContain(what)
  for (const said of [
    NAME,
    '13811110101',
    '欧**',
    '137****1111',
    '独居',
    '楼道灯坏了',
    '欧阳婆婆',
    '某也在家',
    '看了号码',
  ])
    expect(text).toContain(said)
  // Of the roster that brought them; and nobody else's name or number.
  expect(rows.map(([one]) => one)).toContain(row.import)
  for (const other of ['南宫小满', '13899990000', '欧阳石榴', '13700001111'])
    expect(text).not.toContain(other)
})

test('who may not read a resident gets no file of them', async () => {
  const { office, place, joins } = await twoDevices()
  const [one] = household(office.reader(), place('1-1-1-101'), '2026-03-02')!.people
  const supervisor = await joins({ name: '廖姐', role: 'supervisor' })
  expect(subjectFile(supervisor.reader(), one!.resident.id)).toBeUndefined()
})
