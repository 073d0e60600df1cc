/** Where the history of this page begins for a test: what lies before it is of earlier tests. */
let bottom: string | undefined

const here = () => navigation.currentEntry?.key

/** Back to where this test began, so that the next one has nothing before it either. */
export async function atBottom(): Promise<void> {
  const isThere = navigation.entries().some(({ key }) => key === bottom)
  if (bottom !== undefined && here() !== bottom && isThere)
    await navigation.traverseTo(bottom).finished?.catch(() => undefined)
  bottom = here()
}
