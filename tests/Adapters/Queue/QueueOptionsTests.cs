using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Queue.Tests;

public sealed class QueueOptionsTests
{
    [Fact]
    public async Task The_sample_is_right()
    {
        var sample = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "sample", "hub.json")).Build().GetSection("destinations:0:options");
        await using var services = Register(sample, ("env:OCMW_GENT_QUEUE", "amqps://hub:secret@broker.example/"));

        services.GetRequiredService<IStartupValidator>().Validate();

        services.GetRequiredService<ISignalDestination>().ShouldBeOfType<QueueDestination>();
        services.GetRequiredService<IConnectionCheck>().ShouldBeOfType<QueueConnectionCheck>();
        var options = services.GetRequiredService<IOptions<QueueOptions>>().Value;
        (options.Declare, options.QueueType, options.ExpireAfterHours, options.TimeoutSeconds).ShouldBe((false, "quorum", null, 15));
    }

    [Fact]
    public void Every_mistake_is_reported_at_once_with_its_option()
    {
        var options = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["uri"] = "env:NOWHERE", ["queue"] = "amq.mine", ["queueType"] = "stream", ["expireAfterHours"] = "0", ["timeoutSeconds"] = "1" }).Build();
        using var services = Register(options);

        var failures = Should.Throw<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate).Failures;

        failures.ShouldBe(
        [
            "uri: Nothing is behind 'env:NOWHERE'.",
            "queue: names that start with amq. belong to RabbitMQ itself; put another name.",
            "queueType: expected quorum or classic; leave it out for quorum.",
            "expireAfterHours: 0 is outside 1 to 8760; put a number of hours between them, or leave it out to keep signals until they are read.",
            "timeoutSeconds: 1 is outside 5 to 60; put a number of seconds between them, or leave it out for 15.",
        ]);
    }

    [Fact]
    public void Without_options_both_that_are_needed_are_named()
    {
        using var services = Register(new ConfigurationBuilder().Build());

        var failures = Should.Throw<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate).Failures;

        failures.ShouldBe(
        [
            "uri: missing; put a reference, such as \"env:PARTNER_QUEUE\", to amqps://user:password@host/vhost.",
            "queue: missing; put the name of the queue that the partner reads.",
        ]);
    }

    [Theory]
    [InlineData("https://user:s3cret@broker.example/", "is no address of a broker")]
    [InlineData("s3cret", "is no address of a broker")]
    [InlineData("amqps://broker.example/s3cret", "names no user and password")]
    [InlineData("amqp://user:s3cret@broker.example/", "is amqp to another machine")]
    public void An_address_that_will_not_do_is_refused_without_repeating_it(string address, string sentence)
    {
        var failure = Failures(address).ShouldHaveSingleItem();

        failure.ShouldStartWith("uri: ");
        failure.ShouldContain(sentence);
        failure.ShouldNotContain("s3cret");
    }

    [Theory]
    [InlineData("amqps://user:s3cret@broker.example/vhost")]
    [InlineData("amqp://user:s3cret@127.0.0.1:5672")]
    [InlineData("amqp://user:s3cret@localhost")]
    public void Amqps_anywhere_and_amqp_to_this_machine_are_fine(string address) => Failures(address).ShouldBeEmpty();

    [Fact]
    public void Amqp_to_another_machine_is_fine_when_somebody_says_so() => Failures("amqp://user:s3cret@broker.example/", allowInsecure: true).ShouldBeEmpty();

    private static IEnumerable<string> Failures(string address, bool allowInsecure = false) => new QueueOptionsValidator(new FixedSecrets(("env:QUEUE", address)))
        .Validate(null, new QueueOptions { Uri = "env:QUEUE", Queue = "signals", AllowInsecure = allowInsecure }).Failures ?? [];

    private static ServiceProvider Register(IConfiguration options, params (string, string)[] secrets)
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSingleton<ISecrets>(new FixedSecrets(secrets));
        new QueueAdapter().Register(services, options);
        return services.BuildServiceProvider();
    }
}
