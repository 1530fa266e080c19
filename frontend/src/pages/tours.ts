/** Guided tours by the key that a page's help names; features add theirs. */
export const tours: Record<string, () => void> = {};
