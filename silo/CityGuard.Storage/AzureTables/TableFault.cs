using System.Security.Authentication;
using Azure;
using Azure.Identity;

namespace CityGuard.Storage.AzureTables;

/// <summary>Faults of the table service in one readable line.</summary>
internal static class TableFault
{
    /// <summary>True for what the service, the network or the credentials do; anything else is our own fault and stays as it is.</summary>
    /// <param name="e">What was thrown.</param>
    /// <param name="cancel">By what the caller gives up: an end that he did not ask for is a time-out of the network, as the library tells the last of several tries.</param>
    public static bool Is(Exception e, CancellationToken cancel) => e switch
    {
        OperationCanceledException => !cancel.IsCancellationRequested,
        AggregateException many => many.InnerExceptions.All(one => one is OperationCanceledException || Is(one, cancel)),
        _ => e is RequestFailedException or AuthenticationFailedException or HttpRequestException or TimeoutException or AuthenticationException,
    };

    /// <summary>Without the fault within: its trace of the library's inside, once for each of thousands of actors, would bury the log, and says no more than the line.</summary>
    public static Exception Explain(Exception e, string account, CancellationToken cancel) => cancel.IsCancellationRequested
        ? new OperationCanceledException(e.Message, e, cancel) // the library tells of the tries before that in one
        : new StorageFailedException($"{account}: {Reason(e)}");

    /// <summary>Asks, and tells a fault as such a line.</summary>
    public static async Task<T> Told<T>(string account, Func<Task<T>> ask, CancellationToken cancel)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception e) when (Is(e, cancel))
        {
            throw Explain(e, account, cancel);
        }
    }

    private static string Reason(Exception e) => e switch
    {
        AggregateException many => Reason(many.InnerExceptions[^1]),
        RequestFailedException { Status: 403, ErrorCode: var code } => $"the tables refuse the connection string or identity ({code ?? "403"}): it is wrong, has expired, or lacks rights on tables.",
        RequestFailedException { Status: 401 } => "the tables do not know the identity: it is wrong or has expired.",
        RequestFailedException { Status: 404, ErrorCode: "TableNotFound" } => "a table of this cluster is gone.",
        RequestFailedException { Status: 0 } f => $"the tables cannot be reached: {FirstLine(f.InnerException?.Message ?? f.Message)}",
        RequestFailedException f => $"the tables answered {f.Status} {f.ErrorCode}: {FirstLine(f.Message)}",
        AuthenticationFailedException => $"no identity to show: {FirstLine(e.Message)}",
        OperationCanceledException or TimeoutException => "the tables do not answer in time.",
        _ => $"the tables cannot be reached: {FirstLine(e.Message)}",
    };

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
