// Runs before the first paint, so that a chosen theme does not flash. The rest is in src/core/theme.
(() => {
  try {
    const theme = localStorage.getItem("bzpeer-theme");
    if (theme === "light" || theme === "dark") document.documentElement.style.colorScheme = theme;
  } catch {
    // Storage is closed to this page: the system's theme stays.
  }
})();
