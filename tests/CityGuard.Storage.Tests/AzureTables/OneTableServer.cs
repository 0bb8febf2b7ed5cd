using CityGuard.Tests.Shared;
using Xunit;

[assembly: AssemblyFixture(typeof(TableServer))]
