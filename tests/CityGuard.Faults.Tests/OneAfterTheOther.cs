using Xunit.Sdk;
using Xunit.v3;

// Each campaign has clusters and kills of its own, and wants the cores for itself.
[assembly: Parallelization(Mode = ParallelMode.None)]
