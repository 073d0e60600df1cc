/** So many rows of a list a phone still lays out as pages, and somebody still reads; the file has all of them. */
export const MOST_ON_PAPER = 400
