package org.pacta.exchange.datapackage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.StopWatch;

/**
 * Fills an empty registry with the sample before the first request is served. {@code pacta.sample} decides; unless it is set, the sample
 * goes into the database that Pacta keeps itself and not into one it was given.
 */
@Component
class SampleRegistry implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(SampleRegistry.class);

    private final PackageLoader packages;
    private final Environment settings;

    SampleRegistry(PackageLoader packages, Environment settings) {
        this.packages = packages;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        boolean ownDatabase = settings.getProperty("spring.datasource.url", "").isEmpty();
        if (settings.getProperty("pacta.sample", Boolean.class, ownDatabase)) {
            load();
        }
    }

    private void load() {
        StopWatch watch = new StopWatch();
        watch.start();
        packages.loadIntoEmptyRegistry(new ClassPathResource("db/sample/" + DataPackage.FILE))
                .ifPresent(loaded -> {
                    watch.stop();
                    log.info(
                            "Loaded {} records of {} tables in {} s from the data package {}",
                            loaded.records(),
                            loaded.tables(),
                            "%.1f".formatted(watch.getTotalTimeSeconds()),
                            loaded.title());
                });
    }
}
