# Reads a mixed integer program from a file (see cascade-model.ts) and says what it is; then answers each line, a relative
# gap and a limit in seconds, with its seconds, objective and bound. HiGHS is native here and reads the clock itself.
import sys
import time

import numpy as np
import scipy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csc_array

with open(sys.argv[1], "rb") as file:
    columns, binaries, rows, entries = np.fromfile(file, np.int32, 4)
    gains = np.fromfile(file, np.float64, columns)
    least = np.fromfile(file, np.float64, rows)
    most = np.fromfile(file, np.float64, rows)
    row = np.fromfile(file, np.int32, entries)
    column = np.fromfile(file, np.int32, entries)
    matrix = csc_array((np.fromfile(file, np.float64, entries), (row, column)), shape=(rows, columns))

is_binary = np.arange(columns) < binaries
bounds = Bounds(0, np.where(is_binary, 1, np.inf))
constraints = LinearConstraint(matrix, least, most)

print(f"scipy {scipy.__version__}, Python {sys.version.split()[0]}", flush=True)
for line in sys.stdin:
    gap, limit = map(float, line.split())
    started = time.perf_counter()
    found = milp(
        -gains,
        integrality=is_binary.astype(int),
        bounds=bounds,
        constraints=constraints,
        options={"mip_rel_gap": gap, "time_limit": limit},
    )
    seconds = time.perf_counter() - started
    objective = np.nan if found.x is None else -found.fun
    bound = np.inf if found.mip_dual_bound is None else -found.mip_dual_bound
    print(seconds, objective, bound, flush=True)
