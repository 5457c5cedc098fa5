// Reading the file and nothing else: what every other figure is measured by.
export const start = async () => async (file) => {
  const reader = file.stream().getReader();
  for (let done = false; !done; ) ({ done } = await reader.read());
  return {};
};
