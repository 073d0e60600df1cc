/** What was asked of the tables and what was found. A cell counts as asserted where it is held against the answer, nowhere else. */
export class Cells {
  /** As many as the tables have. */
  cells = 0
  asserted = 0
  readonly leaks: string[] = []

  /** One cell: what the row says and what the server did. */
  held(cell: string, meant: string, found: string): void {
    this.asserted += 1
    if (meant !== found) this.leaks.push(`${cell}: ${found}, where the row says ${meant}`)
  }

  add(other: Cells): void {
    this.cells += other.cells
    this.asserted += other.asserted
    this.leaks.push(...other.leaks)
  }
}
