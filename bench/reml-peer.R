# The peer of reml.ts: reads ratings once from standard input, then fits them each time a line asks for it.
# A request is `fit` or `fit and sd`; the answer is one line: seconds, REML criterion, variances of s, d and the residual.
suppressPackageStartupMessages(library(lme4))
input <- file("stdin", "r")
rows <- as.integer(readLines(input, 1))
ratings <- as.data.frame(scan(input, what = list(s = 0L, d = 0L, y = 0), sep = ",", nmax = rows, quiet = TRUE))
ratings$s <- factor(ratings$s)
ratings$d <- factor(ratings$d)
cat("lme4 ", as.character(packageVersion("lme4")), ", R ", as.character(getRversion()), ", BLAS ",
    basename(dirname(extSoftVersion()[["BLAS"]])), "\n", sep = "")
flush(stdout())
while (length(request <- readLines(input, 1)) > 0) {
  gc(FALSE)
  seconds <- system.time({
    # Without the check of derivatives at the end, which costs lme4 time and changes no number.
    fit <- lmer(y ~ 1 + (1 | s) + (1 | d), ratings, REML = TRUE, control = lmerControl(calc.derivs = FALSE))
    if (request == "fit and sd") effects <- ranef(fit, condVar = TRUE)
  }, gcFirst = FALSE)[["elapsed"]]
  variances <- as.data.frame(VarCorr(fit))
  variance <- function(group) variances$vcov[variances$grp == group]
  cat(format(c(seconds, REMLcrit(fit), variance("s"), variance("d"), variance("Residual")), digits = 15), "\n")
  flush(stdout())
}
