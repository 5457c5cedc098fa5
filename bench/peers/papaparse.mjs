/* global Papa */
export const start = async () => async (file, customers) => {
  const { data } = Papa.parse(await file.text(), { skipEmptyLines: true });
  for (let index = 1; index < data.length; index += 1) customers.add(data[index][2], data[index][1], Number(data[index][7]));
  return customers.digest();
};
