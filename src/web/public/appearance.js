// Runs before the first paint, so that no page flashes in another appearance than the one this browser remembers.
for (const name of ['appearance', 'density']) {
  try {
    const remembered = localStorage.getItem(`zhiren.${name}`)
    if (remembered) document.documentElement.dataset[name] = remembered
  } catch {
    // A browser that keeps nothing follows the system.
  }
}
