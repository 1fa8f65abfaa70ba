/** The months as sentences name them, in their order. */
export const monthNames: readonly string[] =
  'january february march april may june july august september october november december'.split(' ');
