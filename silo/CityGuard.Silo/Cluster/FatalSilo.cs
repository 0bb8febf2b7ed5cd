using System.Diagnostics;
using CityGuard.Silo.Commands;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace CityGuard.Silo.Cluster;

/// <summary>
/// The end of a silo that cannot go on: most often it hung, or was cut off, and the others have declared it dead. It ends at once and in one line:
/// an orderly stop would go on acting for actors that live elsewhere by now. Whoever supervises it starts it again.
/// </summary>
internal sealed class FatalSilo(IHostApplicationLifetime life, IOptions<ClusterOptions> cluster, ConnectionLog log) : IFatalErrorHandler
{
    public bool IsUnexpected(Exception exception) => exception is not OperationCanceledException;

    public void OnFatalException(object? sender = null, string? context = null, Exception? exception = null)
    {
        var why = $"{Line(context)} {Line(exception?.Message)}".Trim();
        if (!life.ApplicationStarted.IsCancellationRequested)
        {
            // The others declare dead whom they cannot reach, before it is one of them. No actor lives here yet, so that the exit code can say that it is the surroundings.
            Console.Error.WriteLine($"cityguard: {JoinFault.Ended(cluster.Value.ClusterId, log, why)}");
            Environment.Exit(ExitCodes.Environment);
        }

        Console.Error.WriteLine($"cityguard: this silo ends, so that it starts anew: {why}");
        Process.GetCurrentProcess().Kill();
    }

    private static string? Line(string? text) => text?.Split('\n', 2)[0];
}
