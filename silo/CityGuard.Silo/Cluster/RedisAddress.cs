using CityGuard.Silo.Commands;
using StackExchange.Redis;

namespace CityGuard.Silo.Cluster;

/// <summary>Redis, where the silos find each other: how it is reached, and what is asked of it before anything else starts.</summary>
/// <param name="Connection">All options of StackExchange.Redis; it may hold a password.</param>
/// <param name="Authority">PEM file of the authority that issued Redis' certificate; null: one that this machine trusts anyway.</param>
internal sealed record RedisAddress(string Connection, string? Authority = null)
{
    private const int PatienceMs = 5_000;

    /// <summary>As the silos write, and without a trace: a script is one step. Without the right to it a silo would try for minutes and say nothing.</summary>
    private const string Touch = "redis.call('HSETNX', KEYS[1], '-', '') return redis.call('HDEL', KEYS[1], '-')";

    /// <summary>A clock that is farther off than this spoils the order of times, and the leases of silos.</summary>
    private static readonly TimeSpan MostClockSkew = TimeSpan.FromSeconds(5);

    /// <exception cref="FormatException">The connection string cannot be; its text is not repeated.</exception>
    /// <exception cref="CommandException">The authority's file cannot be read, or would not be asked for anything.</exception>
    public RedisAddress Checked()
    {
        if (Authority is not null)
            NodeCertificates.ReadAuthority(Authority).Dispose(); // first, so that what is wrong with it is told as such
        var options = Options();
        return Authority is null || options.Ssl ? this
            : throw new CommandException(ExitCodes.Input, "an authority of Redis' certificate is set, but the connection string does not say ssl=true: nobody would be asked for a certificate.");
    }

    /// <summary>For as long as the node runs: a Redis that is away comes back, and nobody starts again for that.</summary>
    public ConfigurationOptions ForMembership()
    {
        var options = Options();
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.SyncTimeout = options.AsyncTimeout = PatienceMs / 2;
        return options;
    }

    /// <summary>Proves that Redis can be entered and written to, and that this machine's clock agrees with its; the answer is what a person should know of it, or null.</summary>
    /// <param name="cluster">Whose membership will be kept there.</param>
    /// <param name="clock">This machine's.</param>
    /// <exception cref="CommandException">It cannot be entered, its user lacks a right, or one of the clocks is wrong.</exception>
    public async Task<string?> Check(string cluster, TimeProvider clock)
    {
        var options = Options();
        options.AbortOnConnectFail = true;
        options.ConnectRetry = 1;
        options.AllowAdmin = true; // to read one setting
        var address = string.Join(", ", options.EndPoints.Select(e => e.ToString()?.Replace("Unspecified/", "", StringComparison.Ordinal)));
        try
        {
            await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
            var server = redis.GetServers().First(s => s.IsConnected);
            await CheckClock(server, address, clock);
            await redis.GetDatabase().ScriptEvaluateAsync(Touch, [$"cityguard/members/{cluster}"]);
            return await Durability(server, address);
        }
        catch (Exception e) when (e is RedisException or RedisTimeoutException or RedisCommandException)
        {
            throw new CommandException(ExitCodes.Environment, $"Redis at {address} cannot be entered: {Reason(e)}", e);
        }
    }

    private ConfigurationOptions Options()
    {
        try
        {
            var options = ConfigurationOptions.Parse(Connection);
            if (options.EndPoints.Count == 0)
                throw new ArgumentException("no address");
            options.ConnectTimeout = PatienceMs;
            options.ClientName = "cityguard";
            if (Authority is not null)
                options.TrustIssuer(Authority);
            return options;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new FormatException("the connection string of Redis cannot be read: it is 'HOST:PORT,user=NAME,password=...,ssl=true'.", e);
        }
    }

    private static async Task CheckClock(IServer server, string address, TimeProvider clock)
    {
        try
        {
            var before = clock.GetUtcNow();
            var there = new DateTimeOffset(await server.TimeAsync(), TimeSpan.Zero);
            var after = clock.GetUtcNow();
            if (there < before - MostClockSkew || there > after + MostClockSkew)
                throw new CommandException(
                    ExitCodes.Environment,
                    $"this machine's clock is {(there - after).Duration():hh\\:mm\\:ss} {(there > after ? "behind" : "ahead of")} that of Redis at {address}: set the wrong one right (NTP) and start again.");
        }
        catch (RedisServerException refused) when (refused.Message.StartsWith("NOPERM", StringComparison.Ordinal))
        {
            // A user who may not ask for the time: the silos' own times tell later, if at all.
        }
    }

    private static async Task<string?> Durability(IServer server, string address)
    {
        try
        {
            return (await server.ConfigGetAsync("appendonly")).Any(setting => setting.Value == "yes") ? null
                : $"Redis at {address} keeps no append-only file: when it restarts, the silos must find each other anew (set appendonly yes).";
        }
        catch (RedisServerException)
        {
            return null; // not allowed to ask, as at most hosted ones
        }
    }

    private static string Reason(Exception e) => e.Message switch
    {
        _ when e is RedisTimeoutException => "it does not answer in time.",
        var m when m.Contains("NOAUTH", StringComparison.Ordinal) || m.Contains("WRONGPASS", StringComparison.Ordinal) || m.Contains("invalid password", StringComparison.OrdinalIgnoreCase)
            || m.Contains("AuthenticationFailure", StringComparison.Ordinal) => "user or password are wrong.",
        var m when m.Contains("NOPERM", StringComparison.Ordinal) || m.Contains("can't run this command", StringComparison.Ordinal) || m.Contains("permission", StringComparison.Ordinal)
            => $"its user lacks a right that silos need: {m.Split('\n', 2)[0]}",
        var m => m.Split('\n', 2)[0],
    };
}
