/** What a code says in another language than the error table does: what happened, and the next step. */
export interface TroubleWords {
  title: string
  hint: string
}

/** The words for every code of one part of the error table: a code without them does not compile. */
export type WordsOf<Table> = Readonly<Record<keyof Table, TroubleWords>>
