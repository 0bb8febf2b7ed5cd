using System.Security.Authentication;
using Azure;
using Azure.Identity;

namespace CityGuard.Storage.AzureTables;

/// <summary>Faults of the table service in one readable line.</summary>
internal static class TableFault
{
    /// <summary>True for what the service, the network or the credentials do; anything else is our own fault and stays as it is.</summary>
    public static bool Is(Exception e)
        => e is RequestFailedException or AuthenticationFailedException or HttpRequestException or TimeoutException or AuthenticationException
            // What the library gives up after its last try; a caller who gives up himself is told so without it.
            || (e is AggregateException many && many.InnerExceptions.All(i => i is OperationCanceledException || Is(i)));

    /// <summary>Without the fault within: its trace of the library's inside, once for each of thousands of actors, would bury the log, and says no more than the line.</summary>
    public static StorageException Explain(Exception e, string account) => new StorageFailedException($"{account}: {Reason(e)}");

    /// <summary>Asks, and tells a fault as such a line.</summary>
    public static async Task<T> Told<T>(string account, Func<Task<T>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception e) when (Is(e))
        {
            throw Explain(e, account);
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
