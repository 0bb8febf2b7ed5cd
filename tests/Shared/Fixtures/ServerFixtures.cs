using Xunit;

namespace CityGuard.Tests.Shared;

/// <summary>A fixture too, where several tests share one.</summary>
public sealed partial class TableServer : IAsyncLifetime;

/// <summary>A fixture too, where several tests share one.</summary>
public sealed partial class RedisServer : IAsyncLifetime;
