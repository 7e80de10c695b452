/** The requirement about each order whose parameters are both given. */
export const orderRows: Readonly<Record<string, string>> = {
  'lastActivity DESC': 'LIST-ORDER-02',
  'lastActivity ASC': 'LIST-ORDER-03',
  'createdAt DESC': 'LIST-ORDER-04',
  'createdAt ASC': 'LIST-ORDER-04',
};
