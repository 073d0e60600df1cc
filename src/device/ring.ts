/** Hands a number to the telephone, inside a gesture. The page has the number in no link that could be read or copied. */
export function ring(number: string): void {
  const link = document.createElement('a')
  link.href = `tel:${number.replace(/[^\d+]/g, '')}`
  document.body.append(link)
  link.click()
  link.remove()
}
