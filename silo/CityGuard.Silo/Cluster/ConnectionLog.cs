using System.Net;
using Microsoft.Extensions.Logging.Abstractions;

namespace CityGuard.Silo.Cluster;

/// <summary>
/// What Orleans tells of the connections between nodes, each with its whole trace, in one line. Whoever knocks with a wrong certificate knocks every second: one knock is told in a
/// minute, and how many it stands for.
/// </summary>
internal sealed class ConnectionLog(TimeProvider clock, TextWriter to) : ILoggerProvider, ISupportExternalScope
{
    /// <summary>Where Orleans tells them.</summary>
    public static readonly string[] Categories = [Handshakes, "Orleans.Runtime.Messaging.ConnectionManager", Probes];

    private const string Handshakes = "Orleans.Connections.Security", Probes = "Orleans.Runtime.MembershipService.SiloHealthMonitor";

    /// <summary>What .NET says when <see cref="NodeCertificates"/> said no.</summary>
    private const string SaidNo = "RemoteCertificateValidationCallback";

    private IExternalScopeProvider? _scopes;
    private volatile string? _refused;

    /// <summary>How the last connection ended that this node asked for and was refused in the handshake, by either side; null: none was.</summary>
    public string? Refused => _refused;

    public ILogger CreateLogger(string categoryName)
        => Array.Exists(Categories, c => categoryName.StartsWith(c, StringComparison.Ordinal)) ? new Ear(this, clock, to, categoryName) : NullLogger.Instance;

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private string Line(string category, string said, Exception? fault)
    {
        var why = First(fault?.GetBaseException().Message ?? said);
        if (!category.StartsWith(Handshakes, StringComparison.Ordinal))
            return fault is null ? why : $"{First(said)}: {why}";
        if (why.Contains(SaidNo, StringComparison.Ordinal))
            why = "the certificate of the other side is not of this node's authority, or not good any more.";
        if (!category.Contains("Client", StringComparison.Ordinal))
            return $"a connection from {Remote()} broke off in its handshake: {why}";
        var line = $"the connection to {Remote()} broke off in its handshake: {why}";
        if (fault is not OperationCanceledException)
            _refused = line; // who hangs has refused nobody
        return line;
    }

    // A fault that came from another node has that node's trace in its message.
    private static string First(string text) => text.Split('\n', 2)[0].TrimEnd();

    private EndPoint? Remote()
    {
        EndPoint? remote = null;
        _scopes?.ForEachScope(
            (scope, _) =>
            {
                if (scope is IEnumerable<KeyValuePair<string, object?>> values)
                    remote = values.FirstOrDefault(v => v.Key == "RemoteEndPoint").Value as EndPoint ?? remote;
            },
            0);
        return remote;
    }

    /// <summary>Hears of one kind.</summary>
    private sealed class Ear(ConnectionLog log, TimeProvider clock, TextWriter to, string category) : ILogger
    {
        // A silo that does not answer is soon known as dead: each time matters, and there are few.
        private readonly TimeSpan _between = category == Probes ? TimeSpan.Zero : TimeSpan.FromMinutes(1);
        private readonly Lock _gate = new();
        private long? _told;
        private int _untold;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = log.Line(category, formatter(state, exception), exception);
            lock (_gate)
            {
                if (_told is { } told && clock.GetElapsedTime(told) < _between)
                {
                    _untold++;
                    return;
                }

                to.WriteLine(_untold == 0 ? $"cityguard: {line}" : $"cityguard: {line} ({_untold} more like it since the last that was told)");
                (_told, _untold) = (clock.GetTimestamp(), 0);
            }
        }
    }
}
