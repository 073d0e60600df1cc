/** The roster of a compound of one building: 2 units, 19 floors, 4 doors a floor; 1单元101 is the 活动室. All names are invented. */

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜'
const GIVEN = [
  '明珍',
  '建国',
  '秀兰',
  '志强',
  '桂英',
  '文博',
  '晓燕',
  '德福',
  '春梅',
  '永康',
  '玉芬',
  '佳怡',
  '国栋',
]

/** 56 households of one, 58 of two, 19 of three, 8 of four, one of six. */
const HOUSEHOLDS = [...sized(56, 1), ...sized(58, 2), ...sized(19, 3), ...sized(8, 4), 6]
/** Nine homes nobody lives in, spread over the building. */
const VACANT = new Set(['1-302', '1-803', '1-1401', '1-1904', '2-101', '2-504', '2-1102', '2-1603', '2-1801'])

export const SPRING_HEADINGS = ['楼栋', '单元', '楼层', '房号', '姓名', '联系电话', '备注/用途'] as const

export type Cell = string | number | null

/** One row a person, one row for an empty home, in the order of the doors; headings first. */
export function springRoster(): Cell[][] {
  const rows: Cell[][] = [[...SPRING_HEADINGS]]
  let home = 0
  let person = 0
  for (let unit = 1; unit <= 2; unit++) {
    for (let floor = 1; floor <= 19; floor++) {
      for (let nth = 1; nth <= 4; nth++) {
        const door = floor * 100 + nth
        const at: Cell[] = ['1栋', `${unit}单元`, floor, door]
        if (unit === 1 && door === 101) rows.push([...at, null, null, '活动室'])
        else if (VACANT.has(`${unit}-${door}`)) rows.push([...at, null, null, '空置'])
        else {
          const size = HOUSEHOLDS[(home * 37) % HOUSEHOLDS.length]!
          home += 1
          for (let one = 0; one < size; one++) {
            const name = `${SURNAMES[person % SURNAMES.length]}${GIVEN[person % GIVEN.length]}`
            const phone = one === 0 ? 13_800_000_000 + person * 7 : null
            rows.push([...at, name, phone, null])
            person += 1
          }
        }
      }
    }
  }
  return rows
}

/** As a reader hands it over: text only. */
export function asText(rows: readonly (readonly Cell[])[]): string[][] {
  return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
}

function sized(times: number, size: number): number[] {
  return Array.from({ length: times }, () => size)
}
