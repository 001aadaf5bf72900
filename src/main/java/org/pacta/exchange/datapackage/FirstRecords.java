package org.pacta.exchange.datapackage;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.util.StopWatch;

/**
 * Fills an empty registry before the first request is served: with the data package that {@code pacta.load} names, a zip file or a
 * directory, or else with the sample. Of that {@code pacta.sample} decides; unless it is set, the sample goes into the database that Pacta
 * keeps itself and not into one it was given.
 */
@Component
class FirstRecords implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FirstRecords.class);

    private final PackageLoader packages;
    private final Environment settings;

    FirstRecords(PackageLoader packages, Environment settings) {
        this.packages = packages;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        boolean ownDatabase = settings.getProperty("spring.datasource.url", "").isEmpty();
        String place = settings.getProperty("pacta.load", "");
        if (!place.isEmpty() && !load(new FileSystemResource(place))) {
            log.warn("The registry holds records already, so {} was not loaded", place);
        } else if (place.isEmpty() && settings.getProperty("pacta.sample", Boolean.class, ownDatabase)) {
            load(new ClassPathResource("db/sample/" + DataPackage.FILE));
        }
    }

    private boolean load(Resource descriptor) {
        StopWatch watch = new StopWatch();
        watch.start();
        Optional<PackageLoader.Loaded> loaded = packages.loadIntoEmptyRegistry(descriptor);
        watch.stop();
        loaded.ifPresent(those -> log.info(
                "Loaded {} records of {} tables in {} s from the data package {}",
                those.records(),
                those.tables(),
                "%.1f".formatted(watch.getTotalTimeSeconds()),
                those.title()));
        return loaded.isPresent();
    }
}
