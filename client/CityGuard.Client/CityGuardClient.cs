using CityGuard.Client.Transports;

namespace CityGuard.Client;

/// <summary>
/// The door to a living city: report incidents and positions, receive orders, ask who would come, command. Thread-safe; make one and keep it.
/// An acknowledged report is never lost and a repeated one is not doubled: what is safe to repeat is repeated with the same ids until it is answered
/// or the caller's token ends.
/// </summary>
/// <remarks>Every method throws <see cref="CityGuardException"/> when the city refuses or cannot be reached, and <see cref="OperationCanceledException"/> when its token ends.</remarks>
public sealed partial class CityGuardClient : IDisposable
{
    private readonly ICityTransport _transport;
    private readonly CityGuardClientOptions _options;

    /// <summary>A client over HTTP.</summary>
    /// <exception cref="ArgumentException">An option is out of its range, or there is no base address.</exception>
    public CityGuardClient(CityGuardClientOptions options)
    {
        _options = Checked(options);
        if (_options.BaseAddress is null)
            throw new ArgumentException($"{nameof(options.BaseAddress)} is needed over HTTP.", nameof(options));
        _transport = new HttpTransport(_options);
    }

    /// <summary>A client inside the cluster. The cluster client stays the caller's to dispose.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public CityGuardClient(IClusterClient cluster, CityGuardClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        _options = Checked(options);
        _transport = new ClusterTransport(cluster, _options);
    }

    internal CityGuardClient(ICityTransport transport, CityGuardClientOptions options)
    {
        _options = Checked(options);
        _transport = transport;
    }

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();

    private static CityGuardClientOptions Checked(CityGuardClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return options.Snapshot();
    }
}
