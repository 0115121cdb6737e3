# The peer of team.ts: reads results of teams once from standard input, then fits them each time a line asks for it.
# lme4 has no multiple membership of its own: as usual, a factor holds its place until its rows of Z' are replaced.
# The answer to a request is one line: seconds, REML criterion, variances of person, unit, period and the residual.
suppressPackageStartupMessages({ library(lme4); library(Matrix) })
input <- file("stdin", "r")
size <- scan(input, n = 3, sep = ",", nlines = 1, quiet = TRUE)
results <- as.data.frame(scan(input, what = list(y = 0, endow = 0, baseline = 0, unit = 0L, period = 0L), sep = ",",
                              nmax = size[1], quiet = TRUE))
entries <- scan(input, what = list(row = 0L, member = 0L, share = 0), sep = ",", nmax = size[2], quiet = TRUE)
results$unit <- factor(results$unit)
results$period <- factor(results$period)
results$person <- factor(rep_len(seq_len(size[3]), size[1]))
shares <- sparseMatrix(i = entries$member, j = entries$row, x = entries$share, dims = size[c(3, 1)])
cat("lme4 ", as.character(packageVersion("lme4")), ", R ", as.character(getRversion()), ", BLAS ",
    basename(dirname(extSoftVersion()[["BLAS"]])), "\n", sep = "")
flush(stdout())
while (length(request <- readLines(input, 1)) > 0) {
  gc(FALSE)
  seconds <- system.time({
    parts <- lFormula(y ~ endow + baseline + (1 | person) + (1 | unit) + (1 | period), results, REML = TRUE)
    parts$reTrms$Ztlist[["1 | person"]] <- shares
    parts$reTrms$Zt <- do.call(rbind, parts$reTrms$Ztlist)
    deviance <- do.call(mkLmerDevfun, parts)
    optimum <- optimizeLmer(deviance, calc.derivs = FALSE)
    fit <- mkMerMod(environment(deviance), optimum, parts$reTrms, fr = parts$fr)
  }, gcFirst = FALSE)[["elapsed"]]
  variances <- as.data.frame(VarCorr(fit))
  variance <- function(group) variances$vcov[variances$grp == group]
  cat(format(c(seconds, REMLcrit(fit), variance("person"), variance("unit"), variance("period"), variance("Residual")),
             digits = 15), "\n")
  flush(stdout())
}
