/** What a Word or Excel file says, in its order: paragraphs, and tables of cells. A cell that is merged over several columns stands in the first. */
export type DocumentPart = { kind: 'line'; text: string } | { kind: 'table'; rows: readonly (readonly string[])[] };
