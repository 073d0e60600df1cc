import { Buffer } from 'node:buffer'
import { chromium } from '@playwright/test'
import writeXlsxFile from 'write-excel-file/node'
import config from '../playwright.config.ts'

/** Invented people of the tests; nobody of this name lives anywhere we know. */
const SURNAMES = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗'
const GIVEN = ['秀英', '桂芳', '建国', '玉珍', '德明', '淑芬', '永福', '小兰', '志强', '春梅']

/**
 * A plain roster as a clerk keeps it: one building, two units, `floors` floors of four; 101 of unit one is the activity
 * room, one row cannot be understood. Answers the bytes of an .xlsx and what must be read out of it.
 */
export async function roster(floors: number) {
  const head = ['楼栋', '单元', '楼层', '房号', '姓名', '电话', '用途']
  const rows: string[][] = []
  const names: string[] = []
  let residents = 0
  let vacant = 0
  for (let unit = 1; unit <= 2; unit += 1) {
    for (let floor = 1; floor <= floors; floor += 1) {
      for (let door = 1; door <= 4; door += 1) {
        const number = `${floor}0${door}`
        if (unit === 1 && number === '101') {
          rows.push(['1栋', '1单元', '1', number, '', '', '活动室'])
          continue
        }
        if (floor === floors && door === 4) {
          vacant += 1
          rows.push(['1栋', `${unit}单元`, String(floor), number, '', '', '空置'])
          continue
        }
        const name = `${SURNAMES[residents % SURNAMES.length]}${GIVEN[(residents * 7) % GIVEN.length]}`
        names.push(name)
        residents += 1
        rows.push([
          '1栋',
          `${unit}单元`,
          String(floor),
          number,
          name,
          `1380000${String(1000 + residents)}`,
          '自住',
        ])
      }
    }
  }
  rows.push(['1栋', '1单元', '2', '看不清', '某某', '', ''])
  const table = [head, ...rows].map((row) => row.map((value) => ({ value, type: String })))
  const file = await writeXlsxFile(table as never).toBuffer()
  const dwellings = floors * 8 - 1
  return { file: Buffer.from(file), dwellings, vacant, residents, names, unreadRow: rows.length + 1 }
}

/** A real photograph's bytes: a JPEG with an EXIF block that says where it was taken. */
export async function photoWithGps(width = 2400, height = 1800): Promise<Buffer> {
  const browser = await chromium.launch(config.use?.launchOptions)
  const page = await browser.newPage()
  const base64 = await page.evaluate(
    ([wide, high]) => {
      const canvas = document.createElement('canvas')
      canvas.width = wide!
      canvas.height = high!
      const pen = canvas.getContext('2d')!
      for (let x = 0; x < wide!; x += 40) {
        for (let y = 0; y < high!; y += 40) {
          pen.fillStyle = `hsl(${(x * y) % 360} 60% ${30 + ((x + y) % 50)}%)`
          pen.fillRect(x, y, 40, 40)
        }
      }
      return canvas.toDataURL('image/jpeg', 0.92).split(',')[1]!
    },
    [width, height],
  )
  await browser.close()
  const plain = Buffer.from(base64, 'base64')
  return Buffer.concat([plain.subarray(0, 2), exifWithGps(), plain.subarray(2)])
}

/** APP1: little-endian TIFF with one GPS directory: 30°39′ N, 104°04′ E. */
function exifWithGps(): Buffer {
  const tiff = Buffer.alloc(136)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  entry(tiff, 10, 0x8825, 4, 1, 26)
  tiff.writeUInt16LE(4, 26)
  entry(tiff, 28, 1, 2, 2, 0x4e)
  entry(tiff, 40, 2, 5, 3, 80)
  entry(tiff, 52, 3, 2, 2, 0x45)
  entry(tiff, 64, 4, 5, 3, 104)
  for (const [at, degrees, minutes] of [
    [80, 30, 39],
    [104, 104, 4],
  ] as const) {
    ;[degrees, 1, minutes, 1, 0, 1].forEach((value, index) => tiff.writeUInt32LE(value, at + index * 4))
  }
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

function entry(tiff: Buffer, at: number, tag: number, type: number, count: number, value: number): void {
  tiff.writeUInt16LE(tag, at)
  tiff.writeUInt16LE(type, at + 2)
  tiff.writeUInt32LE(count, at + 4)
  tiff.writeUInt32LE(value, at + 8)
}
